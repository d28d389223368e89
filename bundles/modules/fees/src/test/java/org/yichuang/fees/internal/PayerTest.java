package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;

/** Payers see their demand by its own link alone, and are reminded of it once before it is due. */
public class PayerTest extends FeeContract {
    private Payers payers;
    private CallContext anybody;

    @Before
    public void payers() {
        world.forest();
        payers = world.wiring.payers(null);
        anybody = world.as("anybody", "nobody");
    }

    private BillView demand() {
        world.stands(FeeWorld.CASE, Map.of("area", FeeWorld.of("20000")));
        return world.demand(FeeWorld.CASE);
    }

    @Test
    public void whoeverHoldsTheLinkSeesTheDemandAndNobodyElse() {
        String number = demand().summary().number();
        String key = payers.key(HAIYANG, number);
        assertEquals(number, payers.find(number, key, anybody).summary().number());
        assertEquals("bill-unknown", codeOf(() -> payers.find(number, "", anybody)));
        assertEquals("bill-unknown", codeOf(() -> payers.find(number, key.substring(1) + "0", anybody)));
        assertEquals("bill-unknown", codeOf(() -> payers.find("2026-0000002", key, anybody)));
        assertNotEquals(key, payers.key(HAIYANG, "2026-0000002"));
        assertEquals(32, key.length());
        List<Payers.Linked> own = payers.ofCase(FeeWorld.CASE, anybody);
        assertEquals(List.of(key), own.stream().map(Payers.Linked::key).toList());
    }

    @Test
    public void thePageTellsHowTheDemandStands() {
        String number = demand().summary().number();
        assertTrue(page(number).contains("payer.due"));
        assertTrue(page(number).contains("3706 8700 0"));
        world.province.pass(Duration.ofDays(60));
        assertTrue(page(number).contains("payer.late"));
        AskRelief asked = new AskRelief(ReliefKind.EXEMPTION, "常务会议纪要1号", TODAY, "免收", null, null);
        world.bills.askRelief(number, asked, world.clerk());
        world.bills.relieve(number, world.manager());
        assertTrue(page(number).contains("payer.exempt"));
        assertFalse(page(number).contains("payer.qr"));

        world.stands("HY-2", Map.of("area", FeeWorld.of("5")));
        String other = world.demand("HY-2").summary().number();
        world.bills.cancel(other, new Reason("重复"), world.cashier());
        assertTrue(page(other).contains("payer.void"));
        String paid = world.paid("HY-3", "3").summary().number();
        assertTrue(page(paid).contains("payer.paid"));
        assertTrue(page(paid).contains("bill.receipt"));
    }

    private String page(String number) {
        String key = payers.key(HAIYANG, number);
        CallContext now = world.as("anybody", "nobody");
        BillView view = payers.find(number, key, now);
        return new StaticTemplates()
                .payer(PlayedUi.made(), view, List.of(), "/fees/pay/" + number, now.today())
                .render();
    }

    @Test
    public void aDemandIsRemindedOfOnceForEachLastDay() {
        String number = demand().summary().number();
        assertFalse(isReminded(number));
        world.province.pass(Duration.ofDays(26));
        assertTrue(isReminded(number));
        assertFalse(isReminded(number));
        AskRelief asked = new AskRelief(ReliefKind.DEFERRAL, "常务会议纪要2号", TODAY, "缓收", null, TODAY.plusDays(60));
        world.bills.askRelief(number, asked, world.clerk());
        world.bills.relieve(number, world.manager());
        assertFalse(isReminded(number));
        world.province.pass(Duration.ofDays(33));
        assertTrue(isReminded(number));
        world.province.pass(Duration.ofDays(90));
        assertFalse(isReminded(number));
        sound();
    }

    /** Whether the job has done something about it. */
    private boolean isReminded(String number) {
        int before = world.bills.find(number, world.clerk()).version();
        remind();
        return world.bills.find(number, world.clerk()).version() > before;
    }

    private void remind() {
        LeasedJob job = world.wiring.reminders();
        job.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "reminders"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    @Test
    public void whatIsToldNamesNothingThatIsMissing() {
        for (FeeNotice notice : FeeNotice.values()) {
            for (FeeNotice.Channel channel : notice.channels()) {
                for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    String body =
                            notice.write(channel, language, notice.examples()).body();
                    assertFalse(body, body.contains("{"));
                    assertTrue(body, body.contains("2026-0000012"));
                }
            }
        }
    }
}
