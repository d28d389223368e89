package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Test;
import org.yichuang.documents.internal.FastExcelSpreadsheets;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.ConfirmIncome;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StateIncome;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** A year of fees, what of all fees came through the centre, windows, the workbook, and who paid elsewhere besides. */
public class YearTest extends FeeContract {
    private static final long FEN = 20_000_000L;

    private ReportServices reports() {
        return world.wiring.reports(new FastExcelSpreadsheets());
    }

    private void refund(String bill, long fen) {
        String payment = world.payments.list(PageRequest.of(null, null), world.treasury()).items().stream()
                .filter(each -> each.bill().equals(bill))
                .findFirst()
                .orElseThrow()
                .id();
        Claim claim = new Claim(payment, fen, RefundGround.OVERCHARGE, "多收", FeeWorld.ACCOUNT);
        String id = world.refunds.apply(claim, world.clerk()).id();
        Vouch vouched = new Vouch("属实", null);
        world.refunds.check(id, vouched, world.as("chief", "chief-representative"));
        world.refunds.approve(id, vouched, world.treasury());
        world.refunds.pay(id, new Reason("退"), world.cashier());
    }

    @Test
    public void whatCameThroughTheCentreIsPutOverWhatFinanceSays() {
        world.forest();
        BillView first = world.paid("A", "S1");
        world.paid("B", "S2");
        refund(first.summary().number(), 5_000_000L);
        CallContext treasury = world.treasury();
        assertEquals("month", field(() -> reports().incomes().state(new StateIncome("2026-03", 1L, "月报"), treasury)));
        assertEquals("month", field(() -> reports().incomes().state(new StateIncome("2026年3月", 1L, "月报"), treasury)));
        world.province.pass(Duration.ofDays(40));
        world.paid("C", "S3");
        reports().incomes().state(new StateIncome("2026-03", 70_000_000L, "财政三月月报"), world.treasury());
        assertEquals(0, reports().year().of(2026, world.treasury()).months());
        ConfirmIncome seen = new ConfirmIncome(
                reports().incomes().of(2026, world.manager()).get(0).version());
        assertEquals("income-self", codeOf(() -> reports().incomes().confirm("2026-03", seen, world.treasury())));
        assertEquals(
                "version",
                field(() -> reports().incomes().confirm("2026-03", new ConfirmIncome(null), world.manager())));
        reports().incomes().confirm("2026-03", seen, world.manager());
        assertEquals("income-unknown", codeOf(() -> reports().incomes().confirm("2026-03", seen, world.manager())));
        assertEquals("income-unknown", codeOf(() -> reports().incomes().confirm("2026-04", seen, world.manager())));

        FeeYear.Sums year = reports().year().of(2026, world.treasury());
        assertEquals("of the month alone of which finance has said something", 2 * FEN - 5_000_000L, year.through());
        assertEquals(70_000_000L, year.income());
        assertEquals(3 * FEN - 5_000_000L, (long) year.paid().get(FeeKind.GOVERNMENT_FUND));
        assertEquals("a fund is no charge", 0L, year.charges());
        String page = new StaticTemplates()
                .feeyear(PlayedUi.made(), year, reports().incomes().of(2026, world.treasury()), world.treasury())
                .render();
        assertTrue(page, page.contains("50.00%"));
        assertEquals("year", field(() -> reports().year().of(2027, world.treasury())));
        assertEquals("year", field(() -> reports().incomes().of(0, world.treasury())));
        sound();
    }

    /** Somebody writes another figure down while the other person looks at the one before. */
    @Test
    public void whatNobodyHasSeenIsNotConfirmed() {
        StateIncome first = new StateIncome("2026-02", 70_000_000L, "财政二月月报");
        ConfirmIncome seen = new ConfirmIncome(
                reports().incomes().state(first, world.treasury()).version());
        String page = new StaticTemplates()
                .feeyear(
                        PlayedUi.made(),
                        reports().year().of(2026, world.manager()),
                        reports().incomes().of(2026, world.manager()),
                        world.manager())
                .render();
        assertTrue(page, page.contains("name=\"seen\" value=\"" + seen.version() + "\""));
        StateIncome other = new StateIncome("2026-02", 7L, "财政二月月报");
        reports().incomes().state(other, world.treasury());
        assertEquals("income-changed", codeOf(() -> reports().incomes().confirm("2026-02", seen, world.manager())));
        assertEquals(0, reports().year().of(2026, world.treasury()).months());
        ConfirmIncome now = new ConfirmIncome(seen.version() + 1);
        assertEquals(7L, (long)
                reports().incomes().confirm("2026-02", now, world.manager()).fen());
        sound();
    }

    @Test
    public void windowsAndTheWorkbookSayWhatTheLedgerSays() throws Exception {
        world.forest();
        world.paid("A", "S1");
        world.stands("B", Map.of("area", of("10000")));
        world.demand("B");
        List<FeeReport.Window> windows = reports().report().windows(TODAY, TODAY, world.treasury());
        assertEquals(1, windows.size());
        assertEquals("林业局", windows.get(0).department());
        assertEquals(2, windows.get(0).cases());
        assertEquals(FEN, windows.get(0).sums().paid());
        assertEquals(FEN + 10_000_000L, windows.get(0).sums().due());
        byte[] file = reports().file().write(TODAY, TODAY, Locale.CHINESE, world.treasury());
        Path workbook = Files.write(folder.newFile().toPath(), file);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : List.copyOf(Collections.list(zip.entries()))) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(text.toString(), text.toString().contains("66.67%"));
    }

    private List<BypassView> signs() {
        return world.bypasses.list(true, PageRequest.of(null, null), world.treasury()).items().stream()
                .filter(sign -> sign.kind() == BypassKind.ELSEWHERE)
                .toList();
    }

    @Test
    public void whoeverPaidElsewhereWithinThreeDaysIsASign() {
        world.forest();
        codeOf(() -> world.payments.record(world.pay("E1", "11111111111111111111", 700L), world.cashier()));
        assertEquals(List.of(), signs());
        world.province.pass(Duration.ofDays(3));
        world.paid("A", "S1");
        assertEquals(1, signs().size());
        assertEquals("A", signs().get(0).caseNumber());
        assertEquals(700L, signs().get(0).fen());
        codeOf(() -> world.payments.record(world.pay("E2", "22222222222222222222", 800L), world.cashier()));
        assertEquals("whichever came first", 2, signs().size());
        world.province.pass(Duration.ofDays(4));
        codeOf(() -> world.payments.record(world.pay("E3", "33333333333333333333", 900L), world.cashier()));
        assertEquals("behind these days no more", 2, signs().size());
        world.province.policy(HAIYANG, "policy.fees.bypass.days", "10");
        codeOf(() -> world.payments.record(world.pay("E4", "44444444444444444444", 900L), world.cashier()));
        assertEquals(3, signs().size());
        sound();
    }
}
