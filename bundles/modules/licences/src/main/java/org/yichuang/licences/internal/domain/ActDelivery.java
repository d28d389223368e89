package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * How a decision about a result has reached its holder (R1-43).
 *
 * @param method how
 * @param on the day on which it was handed over, sent or announced
 * @param servedOn the day from which it counts as served: of an announcement the end of 30 days
 * @param receivedBy who took it; of an announcement whom it was for
 * @param remark what proves it, and of an announcement where it stands and why; empty for nothing
 * @param consent where the holder has agreed to electronic delivery; empty with every other
 * @param by who has entered it
 */
public record ActDelivery(
        DeliveryMethod method,
        LocalDate on,
        LocalDate servedOn,
        String receivedBy,
        String remark,
        String consent,
        String by) {
    /** After these days an announcement counts as served (Civil Procedure Law art. 95). */
    private static final Limit ANNOUNCED = Limit.calendar(30);

    public ActDelivery {
        receivedBy = receivedBy == null ? "" : receivedBy;
        remark = remark == null ? "" : remark;
        consent = consent == null ? "" : consent;
        by = by == null ? "" : by;
    }

    /**
     * The same with the day from which it counts as served.
     *
     * @throws ProblemException {@code fields-invalid} for electronic delivery to which nobody has agreed, and for an
     *     announcement of which nobody says where and why
     */
    public ActDelivery reckoned(WorkingCalendar calendar) {
        boolean isElectronic = method == DeliveryMethod.ELECTRONIC;
        if (isElectronic == consent.isBlank()) {
            throw refusal("consent", isElectronic ? "delivery.consent-missing" : "delivery.consent-of-electronic");
        }
        boolean isAnnounced = method == DeliveryMethod.ANNOUNCEMENT;
        if (isAnnounced && remark.isBlank()) {
            throw refusal("remark", "delivery.announcement");
        }
        LocalDate served = isAnnounced
                ? Deadlines.due(on, ANNOUNCED, List.of(), null, calendar).due().orElseThrow()
                : on;
        return new ActDelivery(method, on, served, receivedBy, remark, consent, by);
    }

    static ProblemException refusal(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(ActDelivery.class, key));
    }

    /** The same without what people have written, which names people. */
    ActDelivery withoutWords() {
        return new ActDelivery(method, on, servedOn, "", "", "", "");
    }
}
