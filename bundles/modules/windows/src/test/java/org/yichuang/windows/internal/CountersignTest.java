package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.PagesTest.ui;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.internal.CountersignViews.ConfirmedView;
import org.yichuang.windows.internal.CountersignViews.CountersignView;
import org.yichuang.windows.internal.WindowsCommands.ConfirmWeek;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.domain.Countersignature;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.persistence.CountersignRows;
import org.yichuang.windows.internal.rest.CountersignResource;

/** What B decides under a letter A counter-signs every week; an objection undoes nothing. */
public class CountersignTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);
    private static final String NUMBER = "370687-20260302-AAAAAAAAAA";
    private static final String LETTER = "海住建委〔2026〕1号";

    private Countersignatures countersignatures;
    private long sequence;

    @Before
    public void hall() {
        world.issued(LETTER, List.of("BUILD"), List.of());
        countersignatures = world.assessing.countersignatures();
    }

    private CallContext chief(String account) {
        return world.as(account, "chief-representative", HAIYANG, Set.of());
    }

    private String decided(String type, String rank, String letter) {
        return decided(NUMBER, HOUSING, type, rank, letter, 1);
    }

    /** The last of some decisions. */
    private String decided(String number, String department, String type, String rank, String letter, int many) {
        String data = letter.isEmpty() ? "{}" : "{\"letter\":\"" + letter + "\",\"other\":1}";
        DomainEvent what = DomainEvent.of("cases", type)
                .about(number, "BUILD")
                .at(department, "3")
                .by(rank)
                .with(2, data);
        EventListener watch = world.wiring.decisionWatch();
        assertTrue(watch.follows(HAIYANG));
        CallContext platform =
                new CallContext(HAIYANG, Actor.SYSTEM, world.province.now(), "r", Optional.empty(), Optional.empty());
        node.transactions().write(platform, Void.class, unit -> {
            for (int i = 0; i < many; i++) {
                sequence++;
                watch.on(
                        new EventEnvelope(
                                HAIYANG, what, "case", number, sequence, "bo", "李股长", world.province.now(), "r", 1, 1),
                        unit);
            }
            return null;
        });
        return number + "." + sequence;
    }

    private List<CountersignView> listed(CallContext context) {
        return countersignatures.list(null, false, ALL, context).items();
    }

    @Test
    public void whatBDecidesUnderALetterIsListed() {
        decided("granted", "B", LETTER);
        decided("refused", "B", LETTER);
        decided("granted", "A", LETTER);
        decided("granted", "B", "");
        decided("accepted", "B", LETTER);
        List<CountersignView> all = listed(world.manager());
        assertEquals(2, all.size());
        assertEquals("李股长", all.get(0).decidedBy());
        assertEquals("张副局长", all.get(0).signer());
        assertTrue(all.get(0).granted());
        assertFalse(all.get(1).granted());
        assertEquals(
                List.of(),
                countersignatures
                        .list(TODAY.minusDays(1), false, ALL, world.manager())
                        .items());
        assertEquals(
                2,
                countersignatures
                        .list(TODAY.plusDays(6), false, ALL, world.manager())
                        .items()
                        .size());
        sound();
    }

    @Test
    public void aSignsAndNobodyElse() {
        String id = decided("granted", "B", LETTER);
        assertEquals("countersign-other", codeOf(() -> countersignatures.confirm(id, chief("bo"))));
        assertEquals("not-allowed", codeOf(() -> countersignatures.confirm(id, world.clerk("anna"))));
        assertEquals("countersign-unknown", codeOf(() -> countersignatures.confirm("x", chief("anna"))));
        assertTrue(countersignatures.find(id, chief("anna")).signs());
        assertFalse(countersignatures.find(id, chief("bo")).signs());
        assertEquals(
                CountersignState.CONFIRMED,
                countersignatures.confirm(id, chief("anna")).state());
        assertEquals("countersign-state", codeOf(() -> countersignatures.confirm(id, chief("anna"))));
        sound();
    }

    @Test
    public void whatIsObjectedToIsPutRightByWhoeverHasDecided() {
        String id = decided("granted", "B", LETTER);
        CountersignResource resource = new CountersignResource(countersignatures);
        resource.object(id, new Reason("条件引用有误"), chief("anna"));
        assertEquals("countersign-other", codeOf(() -> countersignatures.correct(id, new Words("已改"), chief("anna"))));
        assertTrue(countersignatures.find(id, chief("bo")).corrects());
        resource.correct(id, new Words("已在卷内更正引用"), chief("bo"));
        CountersignView now = countersignatures.find(id, world.manager());
        assertEquals(CountersignState.CORRECTED, now.state());
        assertEquals("条件引用有误", now.notes().get(0).words());
        sound();
    }

    @Test
    public void aWeekIsSignedAtOnceAndIsLateWhenItIsOver() {
        decided("granted", "B", LETTER);
        String second = decided("granted", "B", LETTER);
        countersignatures.object(second, new Reason("有误"), chief("anna"));
        decided("refused", "B", LETTER);
        CountersignResource resource = new CountersignResource(countersignatures);
        assertEquals(0, resource.confirmAll(new ConfirmWeek(null), chief("bo")).signed());
        world.province.at("2026-03-13T09:00");
        assertFalse("on Friday of the week after", late(resource));
        world.province.at("2026-03-14T09:00");
        assertTrue("when that is over", late(resource));
        assertEquals(
                0, resource.confirmAll(new ConfirmWeek(null), chief("anna")).signed());
        assertEquals(
                2, resource.confirmAll(new ConfirmWeek(TODAY), chief("anna")).signed());
        assertEquals(
                1,
                resource.list(TODAY, null, null, null, chief("anna")).items().stream()
                        .filter(each -> each.state() == CountersignState.OBJECTED)
                        .count());
        sound();
    }

    private boolean late(CountersignResource resource) {
        return resource.list(TODAY, null, null, null, chief("anna"))
                .items()
                .get(0)
                .late();
    }

    /** Also where they are A of another letter of the department. */
    @Test
    public void nobodySignsWhatTheyHaveDecidedThemselves() {
        String id = decided("granted", "B", LETTER);
        world.issued(WindowsWorld.proposalOf(HOUSING, "2", "bo", "carl", List.of("SELL")));
        assertEquals("countersign-other", codeOf(() -> countersignatures.confirm(id, chief("bo"))));
        assertEquals("countersign-other", codeOf(() -> countersignatures.object(id, new Reason("x"), chief("bo"))));
        assertEquals(0, countersignatures.confirmAll(null, chief("bo")).signed());
        CountersignView seen = countersignatures.find(id, chief("bo"));
        assertFalse(seen.signs());
        assertEquals("张副局长", seen.signer());
        assertEquals(1, countersignatures.confirmAll(null, chief("anna")).signed());
        sound();
    }

    /** Also where they are B of another letter of the department. */
    @Test
    public void nobodyPutsRightWhatTheyHaveObjectedTo() {
        String id = decided("granted", "B", LETTER);
        world.issued(WindowsWorld.proposalOf(HOUSING, "2", "dora", "anna", List.of("SELL")));
        countersignatures.object(id, new Reason("有误"), chief("anna"));
        assertFalse(countersignatures.find(id, chief("anna")).corrects());
        assertEquals("countersign-other", codeOf(() -> countersignatures.correct(id, new Words("已改"), chief("anna"))));
        assertTrue(countersignatures.find(id, chief("bo")).corrects());
        countersignatures.correct(id, new Words("已改"), chief("bo"));
        sound();
    }

    /** Behind more of others than are looked at at once. */
    @Test
    public void oneSignsTheirOwnHoweverManyOthersThereAre() {
        world.issued(WindowsWorld.proposalOf(FORESTRY, "林〔2026〕1号", "fay", "finn", List.of("WOOD")));
        decided(NUMBER, FORESTRY, "granted", "B", "林〔2026〕1号", 502);
        decided("370687-20260302-ZZZZZZZZZZ", HOUSING, "granted", "B", LETTER, 2);
        assertEquals(
                2,
                countersignatures.list(null, true, ALL, chief("anna")).items().size());
        ConfirmedView own = countersignatures.confirmAll(null, chief("anna"));
        assertEquals(2, own.signed());
        assertFalse(own.remains());
        ConfirmedView first = countersignatures.confirmAll(null, chief("fay"));
        assertEquals(500, first.signed());
        assertTrue(first.remains());
        assertEquals(2, countersignatures.confirmAll(null, chief("fay")).signed());
    }

    /** Whoever is A as well signs one at the same moment. */
    @Test
    public void whatSomebodyElseSignsMeanwhileIsPassedOver() throws Exception {
        String id = decided("granted", "B", LETTER);
        decided("granted", "B", LETTER);
        world.issued(WindowsWorld.proposalOf(HOUSING, "2", "dora", "carl", List.of("SELL")));
        CountersignRows rows = new CountersignRows(other.entities("windows"));
        Clocked clocked = new Clocked(world.province);
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<?> signs = another.submit(() -> other.transactions().write(chief("dora"), Void.class, unit -> {
                Countersignature row = rows.held(id, unit).orElseThrow();
                row.confirm(clocked.now(unit));
                held.countDown();
                pause();
                rows.keep(row, "countersign", Map.of(), "decision-countersigned", row.changed(), unit);
                return null;
            }));
            assertTrue(held.await(10, TimeUnit.SECONDS));
            assertEquals(1, countersignatures.confirmAll(null, chief("anna")).signed());
            signs.get(10, TimeUnit.SECONDS);
        } finally {
            another.shutdownNow();
        }
        assertTrue(listed(world.manager()).stream().allMatch(each -> each.state() == CountersignState.CONFIRMED));
        sound();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void thePagesOfferWhatIsNext() {
        String id = decided("granted", "B", LETTER);
        StaticTemplates templates = new StaticTemplates();
        String list = templates
                .countersignatures(ui(), TODAY, false, "", countersignatures.list(null, false, ALL, chief("anna")))
                .render();
        assertTrue(list, list.contains(NUMBER) && list.contains("countersign.all.go"));
        String looks = templates
                .countersignatures(ui(), TODAY, false, "", countersignatures.list(null, false, ALL, chief("bo")))
                .render();
        assertFalse(looks, looks.contains("countersign.all.go"));
        String at = "/haiyang/windows/countersignatures/" + id;
        String one = templates
                .countersignature(ui(), countersignatures.find(id, chief("anna")))
                .render();
        assertTrue(one, one.contains(at + "/confirmation") && one.contains(at + "/objection"));
        countersignatures.object(id, new Reason("有误"), chief("anna"));
        String objected = templates
                .countersignature(ui(), countersignatures.find(id, chief("bo")))
                .render();
        assertTrue(objected, objected.contains(at + "/correction") && !objected.contains(at + "/objection"));
    }
}
