package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalState;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;

/** Nothing is removed that a module may need which cannot be asked, and one case that cannot be read keeps no other. */
public class RemovalGuardsTest extends RetentionWorld {
    private static final String LICENCES = "licences";

    private record Needing(Set<String> needed) implements RetentionGuard {
        @Override
        public String module() {
            return LICENCES;
        }

        @Override
        public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
            return numbers.stream()
                    .filter(needed::contains)
                    .collect(Collectors.toMap(number -> number, number -> RetentionHold.LICENCE));
        }
    }

    private Map<String, Fate> fates(RemovalView batch) {
        Map<String, Fate> fates = new TreeMap<>();
        found(batch).cases().stream()
                .filter(each -> each.fate() != null)
                .forEach(each -> fates.put(each.number(), each.fate()));
        return fates;
    }

    private RemovalView ofTwo() {
        String one = delivered(HAIYANG);
        String other = delivered(HAIYANG);
        centres.province.at(DUE);
        return confirmed(one, other);
    }

    @Test
    public void aModuleThatGoesBetweenTwoCasesOfOneRunKeepsTheSecond() {
        centres.guards.add(new Needing(Set.of()));
        RemovalView batch = ofTwo();
        String first = batch.cases().get(0).number();
        String second = batch.cases().get(1).number();
        AtomicInteger writes = new AtomicInteger();
        transactions.beforeWriting(call -> {
            if (writes.incrementAndGet() == 2) {
                centres.guards.clear(); // its container begins anew
            }
        });
        work();
        assertEquals(Map.of(first, Fate.REMOVED), fates(batch));
        assertEquals(RemovalState.CONFIRMED, found(batch).summary().state());

        centres.guards.add(new Needing(Set.of(second)));
        work();
        assertEquals(Map.of(first, Fate.REMOVED, second, Fate.KEPT), fates(batch));
        assertEquals(second, centres.find(second, HAIYANG).number());
    }

    @Test
    public void whoHasGuardedBeforeIsMissedAlsoByAContainerThatHasNeverHeardOfThem() {
        String number = delivered(HAIYANG);
        centres.province.switchModule(HAIYANG, LICENCES, true);
        centres.guards.add(new Needing(Set.of()));
        centres.province.at(DUE);
        RemovalView batch = confirmed(number);

        Centres another = new Centres(transactions);
        another.province.switchModule(HAIYANG, LICENCES, true);
        another.province.at(DUE);
        centres = another;
        retention = another.retained.retention();
        work();
        assertEquals("its descriptor is there, its guard is not", Map.of(), fates(batch));
        assertEquals(CaseError.GATE_AWAY.code(), codeOf(() -> proposed(number)));

        another.province.switchModule(HAIYANG, LICENCES, false);
        work();
        assertEquals("who is off is missed by nobody", Map.of(number, Fate.REMOVED), fates(batch));
    }

    @Test
    public void whatAGuardKeepsIsKeptBesideTheCommandsOfItsGate() {
        String number = delivered(HAIYANG);
        centres.province.switchModule(HAIYANG, LICENCES, true);
        centres.guards.add(new Needing(Set.of()));
        transactions.sql("INSERT INTO CASES_GATE (TENANT, MODULE, COMMANDS) VALUES ('haiyang', 'licences', 'ISSUE')");
        centres.province.at(DUE);
        confirmed(number);
        assertEquals(
                "ISSUE,RETENTION",
                transactions
                        .texts("SELECT COMMANDS FROM CASES_GATE WHERE MODULE='licences'")
                        .get(0));
    }

    @Test
    public void aCaseThatCannotBeDecipheredKeepsNoOther() {
        RemovalView batch = ofTwo();
        String unreadable = batch.cases().get(0).number();
        String other = batch.cases().get(1).number();
        String foreign = transactions
                .texts("SELECT SUBMISSION FROM CASES_CASE WHERE CASE_NUMBER='" + other + "'")
                .get(0);
        transactions.sql("UPDATE CASES_CASE SET SUBMISSION='" + foreign + "' WHERE CASE_NUMBER='" + unreadable + "'");
        assertEquals("personal-data-unreadable", codeOf(() -> centres.find(unreadable, HAIYANG)));
        TestRun first = removal();
        assertEquals(Map.of(other, Fate.REMOVED), fates(batch));
        assertEquals(RemovalState.CONFIRMED, found(batch).summary().state());
        assertEquals(List.of("cannot be removed: " + unreadable), first.failures());

        AtomicInteger tried = new AtomicInteger();
        transactions.beforeWriting(call -> tried.incrementAndGet());
        TestRun second = removal();
        assertEquals("it is left in peace for a while", 0, tried.get());
        assertEquals("and whoever watches over jobs still sees it", first.failures(), second.failures());
        centres.province.pass(Duration.ofMinutes(3));
        removal();
        assertEquals(1, tried.get());
        centres.province.pass(Duration.ofMinutes(3));
        removal();
        assertEquals("longer each time", 1, tried.get());
    }

    private TestRun removal() {
        TestRun run = new TestRun(
                CallContext.system(HAIYANG, centres.province.now(), "test"), transactions.lease("cases-removal"), true);
        centres.retained.job().run(run);
        return run;
    }
}
