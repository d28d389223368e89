package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.LegalHold;
import org.yichuang.cases.internal.domain.RemovalBatch;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.TenantId;

/** What a centre removes after thirty years changes no figure that was told of them, and breaks no proof. */
public class RetentionFiguresTest extends RetentionWorld {
    private static final Period THEN = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));
    private static final int MOST = 100;

    @BeforeClass
    public static void prove() {
        Map.of(
                        "case",
                        CaseFile.class,
                        "file",
                        StoredFile.class,
                        "removal",
                        RemovalBatch.class,
                        "legal-hold",
                        LegalHold.class)
                .forEach((type, entity) -> transactions.prove(
                        new JpaChainHeads(type, transactions.persistenceUnit(), transactions, entity)));
    }

    private List<String> figures() {
        List<Indicator> all = new CaseIndicators(
                        Centres.repositories(transactions, TestCipher.CIPHER), centres.province)
                .indicators();
        Scope then = new Scope(THEN, Map.of());
        return transactions.read(manager(HAIYANG), unit -> {
            List<String> told = new ArrayList<>();
            for (Indicator each : all) {
                told.add(each.definition().id() + " " + each.count(then, unit));
                each.definition().dimensions().forEach(by -> told.addAll(parts(each, by, then, unit)));
                each.rows(then, "", MOST, unit).forEach(row -> told.add(row.key() + " " + row.counted()));
            }
            return told;
        });
    }

    private static List<String> parts(Indicator figure, Dimension by, Scope then, UnitOfWork unit) {
        return figure.groups(by, then, MOST, unit).stream()
                .map(part -> by.word() + " " + part)
                .sorted()
                .toList();
    }

    private List<String> life() {
        List<String> over = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            over.add(delivered(HAIYANG));
        }
        centres.province.at("2026-10-20T09:00");
        String withdrawn = centres.submit(Items.ONCE, null, HAIYANG).number();
        centres.service.withdraw(withdrawn, Centres.WITHDRAW, centres.clerk(HAIYANG));
        over.add(withdrawn);
        String above = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(above, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(above, Centres.AGREE, centres.reviewer(HAIYANG));
        String there = centres.acceptedAt(YANTAI, above);
        centres.service.decide(there, Centres.REFUSE, centres.chief(YANTAI));
        centres.post();
        centres.service.deliver(above, Centres.DELIVER, centres.clerk(HAIYANG));
        centres.post();
        over.add(above);
        return over;
    }

    /** The letters have arrived, of which the outbox of a test knows nothing. */
    private void arrived(String number) {
        assertTrue(codesOf(number).contains("LETTER"));
        transactions.sql("DELETE FROM JOURNAL_OUTBOX");
        assertEquals("[]", codesOf(number));
    }

    private String codesOf(String number) {
        return due(HAIYANG).stream()
                .filter(each -> each.number().equals(number))
                .map(each -> each.holds().toString())
                .findFirst()
                .orElseThrow();
    }

    private void attend(String moment) {
        Centres restarted = new Centres(transactions);
        restarted.province.at(moment);
        restarted.run(restarted.timer);
    }

    private void sound(TenantId centre) {
        assertEquals("", transactions.journal().verify(centre).firstBreak());
    }

    @Test
    public void noFigureOfThoseYearsChanges() {
        List<String> over = life();
        attend("2027-01-10T12:00");
        attend("2027-01-10T12:20");
        centres.province.at(DUE);
        arrived(over.get(over.size() - 1));
        List<String> before = figures();
        assertTrue(before.toString(), before.stream().anyMatch(told -> told.startsWith("cases.done ")));

        confirmed(over.toArray(String[]::new));
        work();
        assertEquals(List.of(), transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE TENANT = 'haiyang'"));
        assertEquals("that of the city is the city's", 1, rows("CASES_CASE"));
        assertEquals(before, figures());
        attend("2057-01-02T12:00");
        attend("2057-01-03T12:20");
        assertEquals("nor when sums are added up anew", before, figures());
    }

    @Test
    public void theProofHoldsAndARowThatNobodyHasRemovedIsMissed() {
        List<String> over = life();
        sound(HAIYANG);
        centres.province.at(DUE);
        arrived(over.get(over.size() - 1));
        confirmed(over.subList(1, over.size()).toArray(String[]::new));
        work();
        sound(HAIYANG);
        sound(YANTAI);

        transactions.sql("DELETE FROM CASES_CASE WHERE CASE_NUMBER = '" + over.get(0) + "'");
        assertFalse(transactions.journal().verify(HAIYANG).firstBreak().isEmpty());
    }
}
