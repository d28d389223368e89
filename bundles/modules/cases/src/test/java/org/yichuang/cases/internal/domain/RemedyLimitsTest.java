package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.RemedyView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.DayKind;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** Until when refusals are disputed (R1-38, R1-40). */
public class RemedyLimitsTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar() {
        @Override
        public DayKind kindOf(LocalDate day) {
            boolean isWorkday = day.getDayOfWeek().getValue() <= 5;
            return new DayKind(isWorkday, LocalizedMessage.verbatim(""), false);
        }

        @Override
        public boolean isLoaded(int year) {
            return true;
        }
    };
    private static final LocalDate SERVED = LocalDate.of(2026, 3, 2);

    private static Progress decided(Outcome outcome, String remedies, LocalDate servedOn) {
        Progress progress = new Progress();
        progress.decision = new DecisionView("yantai", "城管局", outcome, null, "理由", "依据", remedies, null, Instant.EPOCH);
        progress.delivery = servedOn == null
                ? null
                : new DeliveryView(DeliveryMethod.DIRECT, "李明", null, Instant.EPOCH, servedOn, null, null);
        return progress;
    }

    private static Optional<RemedyView> of(Progress progress) {
        return RemedyLimits.of(progress, false, CALENDAR, Laws.IN_FORCE);
    }

    @Test
    public void whoWasToldHasSixtyDaysAndSixMonths() {
        assertEquals(
                Optional.of(new RemedyView(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 9, 2), true)),
                of(decided(Outcome.REFUSE, "可以复议", SERVED)));
    }

    @Test
    public void whoWasNotToldHasAYear() {
        assertEquals(
                Optional.of(new RemedyView(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 2), false)),
                of(decided(Outcome.REFUSE, " ", SERVED)));
    }

    @Test
    public void whereReconsiderationComesFirstNoDayForTheCourtIsTold() {
        Progress refused = decided(Outcome.REFUSE, "可以复议", SERVED);
        RemedyView byItem =
                RemedyLimits.of(refused, true, CALENDAR, Laws.IN_FORCE).orElseThrow();
        assertEquals(new RemedyView(LocalDate.of(2026, 5, 1), null, true), byItem);
        refused.decision = refused.decision.withReconsideration(true);
        assertEquals(Optional.of(byItem), of(refused));
        refused.decision = refused.decision.withReconsideration(false);
        assertEquals(
                "as was said with the decision",
                LocalDate.of(2026, 9, 2),
                RemedyLimits.of(refused, true, CALENDAR, Laws.IN_FORCE)
                        .orElseThrow()
                        .litigationUntil());
        assertEquals(
                Optional.of(new RemedyView(LocalDate.of(2027, 3, 2), null, false)),
                RemedyLimits.of(decided(Outcome.REFUSE, " ", SERVED), true, CALENDAR, Laws.IN_FORCE));
    }

    @Test
    public void whatWasDecidedBeforeAnotherEditionIsDisputedAsTheLawWasThen() {
        LawEdition first = Laws.IN_FORCE.editions().get(0);
        LawEdition.Remedy longer = new LawEdition.Remedy(Limit.calendar(90), 12, 2, Limit.calendar(30));
        Laws laws = new Laws(List.of(
                first,
                new LawEdition(SERVED, first.licensing(), first.extensions(), first.hearings(), longer, ".made-up")));
        Progress before = decided(Outcome.REFUSE, "可以复议", SERVED);
        assertEquals(
                LocalDate.of(2026, 5, 1),
                RemedyLimits.of(before, false, CALENDAR, laws).orElseThrow().reconsiderationUntil());
        Progress after = decided(Outcome.REFUSE, "可以复议", SERVED);
        after.decision = new DecisionView(
                "yantai", "城管局", Outcome.REFUSE, null, "理由", "依据", "可以复议", null, Instant.parse("2026-03-02T01:00:00Z"));
        assertEquals(
                Optional.of(new RemedyView(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 3, 2), true)),
                RemedyLimits.of(after, false, CALENDAR, laws));
    }

    @Test
    public void aDayOffIsNoLastDay() {
        assertEquals(
                LocalDate.of(2026, 5, 4),
                of(decided(Outcome.REFUSE, "可以复议", SERVED.plusDays(1)))
                        .orElseThrow()
                        .reconsiderationUntil());
    }

    @Test
    public void whatIsGrantedOrNotServedSaysNothing() {
        assertEquals(Optional.empty(), of(decided(Outcome.GRANT, null, SERVED)));
        assertEquals(Optional.empty(), of(decided(Outcome.REFUSE, "可以复议", null)));
        assertEquals(Optional.empty(), of(new Progress()));
    }
}
