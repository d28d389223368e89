package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.tenancy.api.SettingDefinition;

/** How results and refusals reach applicants (R1-43). */
public final class Deliveries {
    /** Within how many working days of it a refusal is delivered: the promise of the centre. */
    public static final SettingDefinition REFUSAL_DAYS =
            SettingDefinition.number("policy.cases.refusal.delivery.days", 10, 1, 30);

    /** Of these nobody has signed for anything. */
    private static final Set<DeliveryMethod> UNSIGNED =
            EnumSet.of(DeliveryMethod.LEFT, DeliveryMethod.POST, DeliveryMethod.ANNOUNCEMENT);

    private Deliveries() {}

    /**
     * Delivers. With an announcement the centre has done its part, and the applicant is served 30 days later.
     *
     * @param proof what shows it, as the case keeps it; none where nothing was handed in
     * @throws ProblemException {@code fields-invalid} for electronic delivery to which nobody has agreed, for an
     *     announcement of which nobody says where and why, and for one that nobody has signed for and nothing shows
     */
    public static Done deliver(
            CaseFile file, CaseRequests.Deliver request, List<MaterialView> proof, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.DELIVER, now);
        DeliveryMethod method = request.method();
        boolean isElectronic = method == DeliveryMethod.ELECTRONIC;
        if (isElectronic == isMissing(request.consent())) {
            throw refusal("consent", isElectronic ? "delivery.consent-missing" : "delivery.consent-of-electronic");
        }
        if (method == DeliveryMethod.ANNOUNCEMENT && isMissing(request.remark())) {
            throw refusal("remark", "delivery.announcement");
        }
        if (UNSIGNED.contains(method) && proof.isEmpty()) {
            throw refusal("proof", "delivery.proof-missing." + method.name());
        }
        LocalDate served = method == DeliveryMethod.ANNOUNCEMENT ? announced(now) : now.today();
        String consent = isElectronic ? request.consent() : null;
        act.progress.delivery = new DeliveryView(
                method,
                request.receivedBy(),
                request.remark(),
                now.at(),
                served,
                consent,
                act.keep(request.proof(), proof));
        act.progress.end(ClockKind.DELIVERY, now);
        act.progress.end(ClockKind.REFUSAL_DELIVERY, now);
        act.note(method.name());
        act.detail("method", method.name());
        act.detail("servedOn", served.toString());
        act.text("consent", consent);
        return act.finish();
    }

    /**
     * Starts the days in which a decision is delivered: of what is granted those of the law (art. 44), which says
     * nothing of a refusal; for that the centre has promised some.
     */
    static void begin(Act act, LocalDate decidedOn, boolean isGranted) {
        CommandContext now = act.now;
        if (isGranted) {
            Limit lawful = now.laws().on(decidedOn).licensing().delivery();
            act.progress.start(ClockKind.DELIVERY, decidedOn, lawful);
        } else {
            int days = Integer.parseInt(now.here().policy(REFUSAL_DAYS.key(), REFUSAL_DAYS.usual()));
            act.progress.start(ClockKind.REFUSAL_DELIVERY, decidedOn, Limit.working(days));
        }
    }

    private static LocalDate announced(CommandContext now) {
        Limit announced = now.laws().on(now.today()).remedies().announced();
        return Deadlines.due(now.today(), announced, List.of(), null, now.calendar())
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
