package org.yichuang.cases.internal.domain;

import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/**
 * The end of a grant whose result has not been made out yet, as what was to be changed, renewed or replaced has been
 * taken back meanwhile: nothing can come of it any more (art. 69, art. 70).
 */
public final class GrantEnding {
    static final String KIND = "GRANT_ENDED";

    private static final int LONGEST_REASON = 1000;

    private GrantEnding() {}

    /** Ends it at this centre; one below that still waits for the result is told. */
    public static Done end(CaseFile file, String reason, CommandContext now) {
        boolean isAwaitedBelow = file.isTransferred()
                && file.state() == CaseState.GRANTED
                && file.submission().route().issuer().equals(now.centre());
        Act act = Act.begin(file, CaseCommand.END_GRANT, now);
        end(act, now.centre(), reason);
        if (isAwaitedBelow) {
            act.tellBelow(LinkedCaseMessage.Type.CANCELLED).ending = act.progress.ending;
        }
        return act.finish();
    }

    /** The centre above, which was to make the result out, has ended it. */
    static void heard(Act act, LinkedCaseMessage letter) {
        String reason = TextRules.first(TextRules.cleaned(letter.ending.reasons()), LONGEST_REASON);
        end(act, act.file.upperCentre(), reason);
        if (act.file.isTransferred()) {
            act.tellBelow(LinkedCaseMessage.Type.CANCELLED).ending = act.progress.ending;
        }
    }

    private static void end(Act act, String centre, String reason) {
        // of anything but licences that law says nothing
        String basis = words(act.submission.item().isLicence() ? "ending.basis" : "ending.basis.other");
        act.progress.ending = new EndingView(KIND, centre, reason, basis, words("lapse.remedies"), null, act.now.at());
        act.stopClocks();
        act.note(KIND);
        act.detail("outcome", KIND);
    }

    private static String words(String key) {
        return LocalizedMessage.of(GrantEnding.class, key).zh();
    }
}
