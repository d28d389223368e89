package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The delivery of a result, or of a refusal.
 *
 * @param method how
 * @param receivedBy who took it; of an announcement whom it was for
 * @param remark anything else; null for the applicant
 * @param at when
 * @param servedOn the day from which it counts as served, and the limits of remedies run: that of the delivery, of an
 *     announcement the end of 30 days (R1-43); null of cases from before that was kept
 * @param consent where the applicant has agreed to electronic delivery; null of every other
 * @param proof what shows it; null where nothing was handed in, of cases from before that was kept, and for the
 *     applicant
 */
public record DeliveryView(
        CaseRequests.DeliveryMethod method,
        String receivedBy,
        String remark,
        Instant at,
        LocalDate servedOn,
        String consent,
        CaseProof proof) {
    /** Whether it counts as served later than it was made. */
    public boolean servedLater() {
        return method == CaseRequests.DeliveryMethod.ANNOUNCEMENT && servedOn != null;
    }
}
