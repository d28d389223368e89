package org.yichuang.cases.internal.domain;

import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ContinuationRequest;

/**
 * What goes on as it is, as nobody has brought in time what this centre has asked for after the acceptance: there is no
 * refusal to accept any more, and a file waits for nobody for ever: neither does one in which a scanner has found
 * something, which is left behind. What comes later is taken all the same.
 */
public final class ContinuationWork {
    private ContinuationWork() {}

    /**
     * Goes on: with the decision or pre-review here, or up to the centre above that had handed it back.
     *
     * @param files of the case's centre
     */
    public static Done goOn(CaseFile file, ContinuationRequest request, StoredFiles files, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.GO_ON, now);
        act.text("remark", request.remark());
        act.progress.end(ClockKind.CONTINUATION, now);
        if (act.row.next() == CaseState.FORWARDED) {
            if (!file.isTransferred()) {
                act.progress.stage = file.following();
            }
            act.detail("leftBehind", HarmfulFiles.staying(file, files));
            act.forward();
        } else {
            RenewalWork.start(act);
            act.tellClocksBelow();
        }
        return act.finish();
    }
}
