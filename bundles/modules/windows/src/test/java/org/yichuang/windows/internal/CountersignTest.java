package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.PagesTest.ui;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.internal.CountersignViews.CountersignView;
import org.yichuang.windows.internal.WindowsCommands.ConfirmWeek;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.jte.StaticTemplates;
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
        sequence++;
        String data = letter.isEmpty() ? "{}" : "{\"letter\":\"" + letter + "\",\"other\":1}";
        DomainEvent what = DomainEvent.of("cases", type)
                .about(NUMBER, "BUILD")
                .at(HOUSING, "3")
                .by(rank)
                .with(2, data);
        EventEnvelope event = new EventEnvelope(
                HAIYANG, what, "case", NUMBER, sequence, "bo", "李股长", world.province.now(), "r", 1, 1);
        EventListener watch = world.wiring.decisionWatch();
        assertTrue(watch.follows(HAIYANG));
        CallContext platform =
                new CallContext(HAIYANG, Actor.SYSTEM, world.province.now(), "r", Optional.empty(), Optional.empty());
        node.transactions().write(platform, Void.class, unit -> {
            watch.on(event, unit);
            return null;
        });
        return NUMBER + "." + sequence;
    }

    private List<CountersignView> listed(CallContext context) {
        return countersignatures.list(null, ALL, context).items();
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
                countersignatures.list(TODAY.minusDays(1), ALL, world.manager()).items());
        assertEquals(
                2,
                countersignatures
                        .list(TODAY.plusDays(6), ALL, world.manager())
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
        world.province.at("2026-03-09T09:00");
        assertTrue(
                resource.list(TODAY, null, null, chief("anna")).items().get(0).late());
        assertEquals(
                0, resource.confirmAll(new ConfirmWeek(null), chief("anna")).signed());
        assertEquals(
                2, resource.confirmAll(new ConfirmWeek(TODAY), chief("anna")).signed());
        assertEquals(
                1,
                resource.list(TODAY, null, null, chief("anna")).items().stream()
                        .filter(each -> each.state() == CountersignState.OBJECTED)
                        .count());
        sound();
    }

    @Test
    public void thePagesOfferWhatIsNext() {
        String id = decided("granted", "B", LETTER);
        StaticTemplates templates = new StaticTemplates();
        String list = templates
                .countersignatures(ui(), TODAY, countersignatures.list(null, ALL, chief("anna")))
                .render();
        assertTrue(list, list.contains(NUMBER) && list.contains("countersign.all.go"));
        String looks = templates
                .countersignatures(ui(), TODAY, countersignatures.list(null, ALL, chief("bo")))
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
