package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.RetentionCommands.Hold;
import org.yichuang.cases.internal.RetentionCommands.Lift;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionCommands.Reject;
import org.yichuang.cases.internal.RetentionViews.Counts;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.RetentionViews.RemovedView;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalState;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** Who may remove what, when, and what is left of it. */
public class RetentionTest extends RetentionWorld {
    /** A module that needs some cases. */
    private static final class Needs implements RetentionGuard {
        private final Set<String> needed;

        Needs(String... needed) {
            this.needed = Set.of(needed);
        }

        @Override
        public String module() {
            return "licences";
        }

        @Override
        public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
            return numbers.stream()
                    .filter(needed::contains)
                    .collect(Collectors.toMap(number -> number, number -> RetentionHold.LICENCE));
        }
    }

    private Map<String, Set<RetentionHold>> holds() {
        Map<String, Set<RetentionHold>> holds = new TreeMap<>();
        due(HAIYANG).forEach(each -> holds.put(each.number(), Set.copyOf(each.holds())));
        return holds;
    }

    private static RetentionHold reason(ProblemException refused) {
        String said = refused.fields().get(0).message().zh();
        return List.of(RetentionHold.values()).stream()
                .filter(each -> said.contains(each.label().zh()))
                .findFirst()
                .orElseThrow();
    }

    private RetentionHold refused(String number) {
        return reason(assertThrows(ProblemException.class, () -> proposed(number)));
    }

    @Test
    public void aCaseIsKeptForItsYearsFromTheOneAfterItWasOver() {
        String number = delivered(HAIYANG);
        centres.province.at("2056-12-31T23:59");
        assertEquals(List.of(), due(HAIYANG));
        assertEquals(RetentionHold.NOT_DUE, refused(number));

        centres.province.at("2057-01-01T00:00");
        DueView due = due(HAIYANG).get(0);
        assertEquals(number, due.number());
        assertEquals(LocalDate.of(2056, 12, 31), due.keptUntil());
        assertEquals(CaseState.DELIVERED, due.outcome());
        assertEquals(List.of(), due.holds());
    }

    @Test
    public void aCentreSaysWhichItemsAreKeptForFewerYearsAndWhichForEver() {
        String simple = delivered(HAIYANG);
        String once = centres.submit(Items.ONCE, null, HAIYANG).number();
        centres.service.withdraw(once, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.province.policy(HAIYANG, "policy.cases.retention.short.items", Items.ONCE);
        centres.province.at("2037-01-01T09:00");
        assertEquals(Set.of(once), holds().keySet());

        centres.province.policy(HAIYANG, "policy.cases.retention.permanent.items", Items.ONCE + ", " + Items.TREES);
        centres.province.at(DUE);
        assertEquals("the permanent one is in no list", Set.of(simple), holds().keySet());
        assertEquals(RetentionHold.NOT_DUE, refused(once));
    }

    @Test
    public void aBundleIsKeptAsLongAsTheMemberThatIsKeptLongest() {
        String number = centres.service
                .submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        centres.service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.province.policy(HAIYANG, "policy.cases.retention.short.items", JointSamples.SHOP);
        centres.province.at("2037-01-01T09:00");
        assertEquals("its members are kept for thirty years", RetentionHold.NOT_DUE, refused(number));

        centres.province.policy(HAIYANG, "policy.cases.retention.permanent.items", Items.SERVICE);
        centres.province.at(DUE);
        assertEquals(List.of(), due(HAIYANG));
        assertEquals(RetentionHold.NOT_DUE, refused(number));

        centres.province.policy(HAIYANG, "policy.cases.retention.permanent.items", Items.LONG);
        assertEquals("a member that was not needed", Map.of(number, Set.of()), holds());
    }

    @Test
    public void twoPeopleRemoveACaseAndWhatIsKnownOfPeopleGoesWithIt() {
        String number = delivered(HAIYANG);
        String other = delivered(LAISHAN);
        String file = centres.find(number, HAIYANG).materials().get(0).file();
        centres.province.at(DUE);
        RemovalView batch = proposed(number);
        assertEquals(RemovalState.PROPOSED, batch.summary().state());
        work();
        assertEquals("nobody has confirmed it", 2, rows("CASES_CASE"));
        assertEquals(
                "not-allowed", codeOf(() -> retention.confirm(batch.summary().id(), archivist(HAIYANG))));

        retention.confirm(batch.summary().id(), manager(HAIYANG));
        work();
        work();

        RemovalView done = found(batch);
        assertEquals(RemovalState.DONE, done.summary().state());
        assertEquals(new Counts(1, 1, 0), done.summary().counts());
        RemovedView register = done.cases().get(0);
        assertEquals(Fate.REMOVED, register.fate());
        assertEquals(LocalDate.of(2026, 9, 14), register.receivedOn());
        assertEquals(CaseState.DELIVERED, register.outcome());
        assertEquals("case-unknown", codeOf(() -> centres.find(number, HAIYANG)));
        assertEquals(
                "what another centre has of its own stays",
                other,
                centres.find(other, LAISHAN).number());
        assertEquals(1, rows("CASES_CASE"));
        assertEquals(1, rows("CASES_FILE"));
        assertEquals(
                0,
                transactions
                        .texts("SELECT CASE_NUMBER FROM CASES_GRAM WHERE CASE_NUMBER = '" + number + "'")
                        .size());
        assertEquals(
                List.of(),
                transactions.texts("SELECT USED_BY FROM DOCUMENTS_USE WHERE USED_BY = 'case-file/" + file + "'"));
        assertEquals(List.of(), due(HAIYANG));
        Map<String, String> said = entry("case", "remove").details();
        assertEquals("2026-09-14", said.get("receivedOn"));
        assertEquals("DELIVERED", said.get("outcome"));
        assertEquals(Items.SIMPLE, said.get("item"));
        assertEquals("-", said.get("row.file/" + file));
        assertEquals(64, said.get("head").length());
    }

    private static AuditEntry entry(String type, String action) {
        return transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(each ->
                        each.aggregateType().equals(type) && each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void whoeverProposesDoesNotConfirmAndOneOfTwoConfirms() {
        String number = delivered(HAIYANG);
        centres.province.at(DUE);
        RemovalView batch = retention.propose(new Propose(List.of(number), "鉴定"), manager(HAIYANG));
        String id = batch.summary().id();
        assertEquals("duties-separate", codeOf(() -> retention.confirm(id, manager(HAIYANG))));
        CallContext second = centres.as("second", "centre-manager", Set.of(), HAIYANG);
        retention.reject(id, new Reject("重新鉴定"), second);
        assertEquals("removal-state", codeOf(() -> retention.confirm(id, second)));
        work();
        assertEquals("case is kept", number, centres.find(number, HAIYANG).number());
        assertEquals("重新鉴定", found(batch).answer());
        assertEquals("removal-unknown", codeOf(() -> retention.confirm("nothing", second)));
        assertEquals(1, retention.list(ALL, archivist(HAIYANG)).items().size());
        assertEquals(List.of(), retention.list(ALL, archivist(LAISHAN)).items());
    }

    @Test
    public void theSameCommandUnderItsKeyProposesOnce() {
        String number = delivered(HAIYANG);
        centres.province.at(DUE);
        CallContext twice = centres.withKey("k1", archivist(HAIYANG));
        Propose given = new Propose(List.of(number), "鉴定");
        String id = retention.propose(given, twice).summary().id();
        assertEquals(id, retention.propose(given, twice).summary().id());
        assertEquals(1, rows("CASES_REMOVAL"));
    }

    @Test
    public void whatIsStillNeededIsKeptAndSaysWhy() {
        String open = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        String undelivered = issued(HAIYANG);
        String licensed = delivered(HAIYANG);
        String wanted = delivered(HAIYANG);
        String free = delivered(HAIYANG);
        centres.guards.add(new Needs(licensed));
        centres.province.at(DUE);
        retention.hold(new Hold(wanted, "（2056）鲁06行初1号"), archivist(HAIYANG));
        assertEquals(
                Map.of(licensed, Set.of(RetentionHold.LICENCE), wanted, Set.of(RetentionHold.LEGAL), free, Set.of()),
                holds());
        assertEquals(RetentionHold.OPEN, refused(open));
        assertEquals(RetentionHold.OPEN, refused(undelivered));
        assertEquals(RetentionHold.LICENCE, refused(licensed));
        assertEquals(RetentionHold.LEGAL, refused(wanted));
        ProblemException both = assertThrows(ProblemException.class, () -> proposed(free, open, "none"));
        assertEquals("fields-invalid", both.code().code());
        assertEquals(
                List.of("numbers[1]", "numbers[2]"),
                both.fields().stream().map(each -> each.field()).toList());
        assertEquals("nothing is proposed", 0, rows("CASES_REMOVAL"));
    }

    @Test
    public void whatComesBetweenConfirmationAndRemovalKeepsACase() {
        String kept = delivered(HAIYANG);
        String removed = delivered(HAIYANG);
        centres.province.at(DUE);
        RemovalView first = confirmed(kept, removed);
        RemovalView second = confirmed(removed);
        retention.hold(new Hold(kept, "审计1号"), archivist(HAIYANG));
        assertEquals("hold-state", codeOf(() -> retention.hold(new Hold(kept, "2"), archivist(HAIYANG))));
        work();
        Map<String, Fate> fates = new TreeMap<>();
        found(first).cases().forEach(each -> fates.put(each.number(), each.fate()));
        assertEquals(Map.of(kept, Fate.KEPT, removed, Fate.REMOVED), fates);
        assertEquals(Fate.GONE, found(second).cases().get(0).fate());
        assertEquals(RemovalState.DONE, found(second).summary().state());

        retention.lift(kept, new Lift("审计结束"), archivist(HAIYANG));
        assertEquals("hold-state", codeOf(() -> retention.lift(kept, new Lift("w"), archivist(HAIYANG))));
        assertEquals(List.of(), retention.holds(ALL, archivist(HAIYANG)).items());
        assertEquals(List.of("CASES_CASE.APPLICANT", "CASES_CASE.SEARCH_TEXT"), transactions.holding("海阳建设"));
        confirmed(kept);
        work();
        assertEquals(0, rows("CASES_CASE"));
        assertEquals("nothing names them", List.of(), transactions.holding("海阳建设"));
    }

    @Test
    public void nothingIsRemovedWhileAModuleThatMayNeedItIsAway() {
        String number = delivered(HAIYANG);
        centres.province.switchModule(HAIYANG, "licences", true);
        centres.province.at(DUE);
        RemovalView batch = confirmed(number);
        centres.modules.away.add("licences");
        work();
        assertEquals(RemovalState.CONFIRMED, found(batch).summary().state());
        assertEquals(CaseError.GATE_AWAY.code(), codeOf(() -> proposed(number)));
        centres.modules.away.clear();
        work();
        assertEquals(RemovalState.DONE, found(batch).summary().state());
    }

    @Test
    public void aRehearsalOfLaterYearsRemovesNothing() {
        delivered(HAIYANG);
        Clock machine = Clock.fixed(centres.province.now(), ZoneOffset.UTC);
        centres.province.at(DUE);
        CaseRetention rehearsed =
                centres.cases.retention(List.of(), centres.modules, machine).retention();
        assertEquals(List.of(), rehearsed.due(ALL, archivist(HAIYANG)).items());
    }

    @Test
    public void whatIsNotCountedYetIsKept() {
        String number = delivered(HAIYANG);
        transactions.sql("DELETE FROM CASES_FACT");
        centres.province.at(DUE);
        assertEquals(Map.of(number, Set.of(RetentionHold.UNCOUNTED)), holds());
    }

    @Test
    public void whoAsksForAPlaceThatIsNoneIsTold() {
        String number = " 370687-20260914-0000000000";
        for (String cursor : List.of(
                "x",
                "2056-01-01",
                "2056-01-01 x",
                "2056-13-01" + number,
                "2026-02-30" + number,
                "2026-99-31" + number)) {
            assertEquals(
                    cursor,
                    "parameter-unreadable",
                    codeOf(() -> retention.due(PageRequest.of(5, cursor), archivist(HAIYANG))));
        }
    }

    @Test
    public void theListGoesOnWhereItStopped() {
        Set<String> all = Set.of(delivered(HAIYANG), delivered(HAIYANG), delivered(HAIYANG));
        centres.province.at(DUE);
        var first = retention.due(PageRequest.of(2, null), archivist(HAIYANG));
        var second = retention.due(PageRequest.of(2, first.next()), archivist(HAIYANG));
        assertEquals(2, first.items().size());
        assertEquals(1, second.items().size());
        assertTrue(second.next() == null);
        Set<String> seen = Stream.concat(first.items().stream(), second.items().stream())
                .map(DueView::number)
                .collect(Collectors.toSet());
        assertEquals(all, seen);
    }
}
