package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Province.HAIYANG;
import static org.yichuang.cases.internal.Province.YANTAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.internal.domain.CaseCounts.Row;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What the manager counts, on a real database: every figure is the number of rows that it opens. */
public class CaseFiguresTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    private static DerbyTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = new DerbyTransactions("figures");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    private String received() {
        return centres.submit(Items.SIMPLE, null, HAIYANG).number();
    }

    private String accepted() {
        String number = received();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private void deliver(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));
    }

    private CaseFigures.Sheet sheet(int days, TenantId tenant) {
        return centres.figures.sheet(days, centres.as("centre-manager", tenant));
    }

    private void assertCounts(int days, TenantId tenant, long... counts) {
        Map<Figure, Long> found = sheet(days, tenant).counts();
        for (Figure figure : Figure.values()) {
            assertEquals(figure + " in " + found, counts[figure.ordinal()], (long) found.get(figure));
            assertEquals(
                    figure.name(),
                    counts[figure.ordinal()],
                    rows(figure, days, tenant).size());
        }
    }

    private List<Row> rows(Figure figure, int days, TenantId tenant) {
        List<Row> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Row> page =
                    centres.figures.rows(figure, days, PageRequest.of(2, cursor), centres.as("centre-manager", tenant));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    public void whatHappenedIsCountedOnItsDayAndWhatIsOpenAsOfNow() {
        String first = accepted();
        String second = accepted();
        received();
        assertCounts(1, HAIYANG, 3, 2, 0, 0, 0, 3, 0);

        centres.province.at("2026-09-16T09:00");
        deliver(first);
        accepted();
        assertCounts(1, HAIYANG, 1, 1, 1, 1, 1, 3, 0);
        assertCounts(7, HAIYANG, 4, 3, 1, 1, 1, 3, 0);
        assertEquals(Map.of(LocalDate.of(2026, 9, 16), 1L), sheet(7, HAIYANG).decided());
        assertEquals(3L, (long) sheet(7, HAIYANG).received().get(MONDAY));

        centres.province.at("2026-11-30T09:00");
        assertCounts(1, HAIYANG, 0, 0, 0, 0, 0, 3, 3);
        deliver(second);
        assertCounts(1, HAIYANG, 0, 0, 1, 1, 0, 2, 2);
    }

    @Test
    public void aTransferredCaseIsDoneAboveWhenItIsDecidedThere() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        String above = centres.acceptedAt(YANTAI, number);
        assertCounts(1, YANTAI, 1, 1, 0, 0, 0, 1, 0);

        centres.service.decide(above, GRANT, centres.chief(YANTAI));
        centres.post();
        assertCounts(1, YANTAI, 1, 1, 1, 1, 1, 0, 0);
        assertCounts(1, HAIYANG, 1, 1, 1, 0, 0, 1, 0);
    }

    @Test
    public void aDepartmentCountsItsOwn() {
        accepted();
        assertEquals(1L, (long) centres.figures
                .sheet(1, centres.as("wang", "centre-manager", "住建局", HAIYANG))
                .counts()
                .get(Figure.ACCEPTED));
        assertEquals(0L, (long) centres.figures
                .sheet(1, centres.as("zhao", "centre-manager", "水务局", HAIYANG))
                .counts()
                .get(Figure.OPEN));
    }

    @Test
    public void aForeignCursorIsRefused() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> centres.figures.rows(
                        Figure.OPEN, 1, PageRequest.of(2, "' OR 1=1"), centres.as("centre-manager", HAIYANG)));
        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal.code());
    }
}
