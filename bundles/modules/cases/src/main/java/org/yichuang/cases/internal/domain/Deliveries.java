package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;

/** How results and refusals reach applicants (R1-43). */
public final class Deliveries {
    /** After these days an announcement counts as served (Civil Procedure Law art. 95). */
    private static final Limit ANNOUNCED = Limit.calendar(30);

    private Deliveries() {}

    /**
     * Delivers. With an announcement the centre has done its part, and the applicant is served 30 days later.
     *
     * @throws ProblemException {@code fields-invalid} for electronic delivery to which nobody has agreed, and for an
     *     announcement of which nobody says where and why
     */
    public static Done deliver(CaseFile file, CaseRequests.Deliver request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.DELIVER, now);
        DeliveryMethod method = request.method();
        boolean isElectronic = method == DeliveryMethod.ELECTRONIC;
        if (isElectronic == isMissing(request.consent())) {
            throw refusal("consent", isElectronic ? "delivery.consent-missing" : "delivery.consent-of-electronic");
        }
        if (method == DeliveryMethod.ANNOUNCEMENT && isMissing(request.remark())) {
            throw refusal("remark", "delivery.announcement");
        }
        LocalDate served = method == DeliveryMethod.ANNOUNCEMENT ? announced(now) : now.today();
        String consent = isElectronic ? request.consent() : null;
        act.progress.delivery =
                new DeliveryView(method, request.receivedBy(), request.remark(), now.at(), served, consent);
        act.progress.end(ClockKind.DELIVERY, now);
        act.note(method.name());
        act.detail("method", method.name());
        act.detail("servedOn", served.toString());
        act.text("consent", consent);
        return act.finish();
    }

    private static LocalDate announced(CommandContext now) {
        return Deadlines.due(now.today(), ANNOUNCED, List.of(), null, now.calendar())
                .due()
                .orElseThrow();
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static ProblemException refusal(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Deliveries.class, key));
    }
}
