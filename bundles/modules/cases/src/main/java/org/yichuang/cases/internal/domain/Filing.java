package org.yichuang.cases.internal.domain;

import java.util.List;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.Representative;

/**
 * How an application has come in, and who acts in it for the applicant.
 *
 * @param channel by which way; null in what older versions have kept
 * @param representative who acts for the applicant, without its proof, or null
 * @param beside numbers of cases of the same applicant for the same item that went on when it came in all the same
 * @param duplicateReason why it did; null for none
 * @param review what has come of its review where it came in online; null as long as nothing has
 */
public record Filing(
        CaseChannel channel,
        Representative representative,
        List<String> beside,
        String duplicateReason,
        OnlineReview review) {
    /** What older versions tell of it. */
    static final Filing UNKNOWN = new Filing(null, null);

    public Filing {
        beside = beside == null ? List.of() : List.copyOf(beside);
    }

    /** One that stands beside no other. */
    public Filing(CaseChannel channel, Representative representative) {
        this(channel, representative, List.of(), null, null);
    }

    /** The same beside others. */
    Filing beside(List<String> others, String reason) {
        return new Filing(channel, representative, others, reason, review);
    }

    /** The same with what has come of its review; null for nothing yet. */
    Filing reviewed(OnlineReview made) {
        return new Filing(channel, representative, beside, duplicateReason, made);
    }

    /** Tells the journal of it. */
    void tell(Act act) {
        act.detail("channel", channel.name());
        if (representative != null) {
            act.detail("representative", representative.kind().name());
        }
        act.detail("beside", String.join(",", beside));
        act.text("duplicateReason", duplicateReason);
    }
}
