package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.LAND;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.internal.FeeCommands.Ask;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Inputs;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Standard;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.FeeViews.LinkView;
import org.yichuang.fees.internal.FeeViews.Published;
import org.yichuang.fees.internal.FeeViews.QuoteView;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.PayerKind;

/** Codes are fixed for ever; a second person publishes; everybody sees what is charged and what it rests on. */
public class FeeItemTest extends FeeContract {
    private static final PageRequest FIRST = PageRequest.of(null, null);

    private CallContext anybody() {
        return world.clerk().by(Actor.ANONYMOUS);
    }

    private List<Published> published() {
        return world.items.published(FIRST, anybody()).items();
    }

    private static Draft from(Draft draft, LocalDate from, String unit) {
        return new Draft(
                draft.code(),
                draft.name(),
                draft.kind(),
                unit,
                draft.basis(),
                draft.payers(),
                draft.standard(),
                draft.fund(),
                draft.subject(),
                from,
                null,
                from.plusYears(1),
                null);
    }

    private static Draft land(String fen) {
        return FeeWorld.draft(LAND, BasisRank.LAW, FeeWorld.perUnit(fen));
    }

    @Test
    public void aSecondPersonPublishesAndEverybodySees() {
        world.items.draft(land("1000"), world.editor());
        assertEquals(List.of(), published());
        assertEquals("fee-own-draft", codeOf(() -> world.items.publish(LAND, world.editor())));
        assertEquals("not-allowed", codeOf(() -> world.items.publish(LAND, world.cashier())));
        CallContext other = world.as("editor-2", FeeDescriptor.EDITOR);
        assertEquals(FeeItemState.PUBLISHED, world.items.publish(LAND, other).state());
        assertEquals("fee-not-drafted", codeOf(() -> world.items.publish(LAND, other)));
        assertEquals("中华人民共和国森林法", published().get(0).basisTitle());
        sound();
    }

    @Test
    public void theNextVersionBeginsOnItsDayAndTheCodeStaysWhatItIs() {
        world.charged(LAND, BasisRank.LAW, FeeWorld.perUnit("1000"));
        LocalDate later = TODAY.plusDays(10);
        String unit = land("1").unit();
        assertEquals("unit", field(() -> world.items.draft(from(land("1200"), later, "别的单位"), world.editor())));
        assertEquals("from", field(() -> world.items.draft(land("1200"), world.editor())));
        world.items.draft(from(land("1200"), later, unit), world.editor());
        assertEquals("fee-drafted", codeOf(() -> world.items.draft(from(land("1"), later, unit), world.editor())));
        world.items.publish(LAND, world.as("editor-2", FeeDescriptor.EDITOR));
        assertEquals(List.of(1), published().stream().map(Published::version).toList());
        assertEquals(1000L, quote("1").net());
        world.province.pass(Duration.ofDays(10));
        assertEquals(List.of(2), published().stream().map(Published::version).toList());
        assertEquals(1200L, quote("1").net());
        assertEquals(2, world.items.versions(LAND, world.clerk()).size());
    }

    private QuoteView quote(String quantity) {
        return world.items.quote(new Ask(LAND, new Inputs(of(quantity)), PayerKind.PERSON), anybody());
    }

    @Test
    public void everybodyAsksWhatSomethingWouldCost() {
        world.charged(LAND, BasisRank.LAW, FeeWorld.perUnit("1000"));
        QuoteView quote = quote("20000");
        assertEquals(20_000_000L, quote.net());
        assertEquals("20000 × 10.00 = 200000.00", quote.arithmetic());
        assertEquals(
                "inputs.quantity", field(() -> world.items.quote(new Ask(LAND, null, PayerKind.PERSON), anybody())));
        assertEquals("inputs.quantity", field(() -> quote("-1")));
        assertEquals("a slip", "inputs.quantity", field(() -> quote("999999999999999")));
        world.charged("DEAR", BasisRank.LAW, FeeWorld.perUnit("1000000"));
        Ask slip = new Ask("DEAR", new Inputs(of("999999999999")), PayerKind.PERSON);
        assertEquals("inputs.quantity", field(() -> world.items.quote(slip, anybody())));
        assertEquals(
                "fee-unknown", codeOf(() -> world.items.quote(new Ask("NONE", null, PayerKind.PERSON), anybody())));
    }

    @Test
    public void whatCannotBeReckonedIsNotDrafted() {
        Line open = new Line(of("5"), null, of("100"), null, null, null, null);
        Standard gap = new Standard(ChargingMethod.TIERED, "件", List.of(open), null);
        assertEquals(
                "standard.lines",
                field(() -> world.items.draft(FeeWorld.draft(LAND, BasisRank.LAW, gap), world.editor())));
        Standard nameless = new Standard(ChargingMethod.PER_UNIT, "", List.of(FeeWorld.line("1")), null);
        assertEquals(
                "standard.measure",
                field(() -> world.items.draft(FeeWorld.draft(LAND, BasisRank.LAW, nameless), world.editor())));
        assertEquals(
                "code",
                field(() ->
                        world.items.draft(FeeWorld.draft("收费", BasisRank.LAW, FeeWorld.perUnit("1")), world.editor())));
        Draft agency = FeeWorld.draft(LAND, BasisRank.LAW, FeeWorld.perUnit("1"));
        Draft named = new Draft(
                agency.code(),
                "全程代办费",
                agency.kind(),
                agency.unit(),
                agency.basis(),
                agency.payers(),
                agency.standard(),
                agency.fund(),
                agency.subject(),
                agency.from(),
                null,
                agency.reviewBy(),
                null);
        assertEquals("agency-free", codeOf(() -> world.items.draft(named, world.editor())));
    }

    @Test
    public void aQuantityIsMadeOfNumericFieldsOfTheFormOnly() {
        world.charged(LAND, BasisRank.LAW, FeeWorld.perUnit("1000"));
        for (String wrong : List.of("purpose", "area*", "area+1", "width")) {
            assertEquals(
                    wrong,
                    "quantity",
                    field(() -> world.items.link(LAND, new Link(FOREST, DuePoint.ISSUE, wrong), world.editor())));
        }
        assertEquals(
                "item-unknown",
                codeOf(() -> world.items.link(LAND, new Link("NONE", DuePoint.ISSUE, null), world.editor())));
        world.items.link(LAND, new Link(FOREST, DuePoint.ISSUE, "area * 0.5"), world.editor());
        assertEquals(
                "area*0.5",
                world.items.links(FIRST, world.clerk()).items().get(0).draft().quantity());
        world.items.link(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, null), world.editor());
        assertEquals(1, world.items.links(FIRST, world.clerk()).items().size());
        sound();
    }

    @Test
    public void aLinkDecidesNothingBeforeAnotherPersonPublishesIt() {
        world.charged(LAND, BasisRank.LAW, FeeWorld.perUnit("1000"));
        world.stands(CASE, Map.of("area", of("2")));
        Unlink which = new Unlink(FOREST);
        world.items.link(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, "area*100"), world.editor());
        assertEquals("fee-none", codeOf(() -> world.demand(CASE)));
        assertEquals(Optional.empty(), told("feeStandard"));
        assertEquals("fee-own-draft", codeOf(() -> world.items.publishLink(LAND, which, world.editor())));
        assertEquals("not-allowed", codeOf(() -> world.items.publishLink(LAND, which, world.clerk())));
        world.items.link(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, "area"), world.editor());
        LinkView seen = world.items.publishLink(LAND, which, world.manager());
        assertEquals("area", seen.quantity());
        assertEquals(null, seen.draft());
        assertEquals("fee-not-drafted", codeOf(() -> world.items.publishLink(LAND, which, world.manager())));

        world.items.link(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, "area*100"), world.editor());
        CallContext manager = world.manager();
        CallContext stale = new CallContext(
                manager.tenant(), manager.actor(), manager.at(), "r", Optional.empty(), Optional.of((long)
                        seen.version()));
        assertEquals("precondition-failed", codeOf(() -> world.items.publishLink(LAND, which, stale)));
        assertEquals("what is linked stays", 2000L, world.demand(CASE).summary().net());
        world.items.unlink(LAND, which, world.editor());
        assertEquals(List.of(), world.items.links(FIRST, world.clerk()).items());
        world.items.link(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, null), world.editor());
        world.stands("B", Map.of("area", of("2")));
        assertEquals("fee-none", codeOf(() -> world.demand("B")));
        world.items.unlink(LAND, which, world.editor());
        assertEquals("fee-not-linked", codeOf(() -> world.items.publishLink("NONE", which, world.manager())));
        sound();
    }

    @Test
    public void theGuideOfAnItemTellsWhatIsChargedWithItAndWhy() {
        assertEquals(Optional.empty(), told("feeStandard"));
        world.forest();
        assertEquals(Optional.of("森林植被恢复费：10.00元/㎡（海阳市林业局）"), told("feeStandard"));
        assertEquals(Optional.of("《中华人民共和国森林法》第三十七条"), told("feeBasis"));
        world.items.unlink(LAND, new FeeCommands.Unlink(FOREST), world.editor());
        assertEquals(Optional.empty(), told("feeBasis"));
    }

    private Optional<String> told(String field) {
        ItemVersion item = world.offered.get(FOREST);
        return node.transactions()
                .read(world.clerk(), unit -> world.wiring.disclosure().value(field, item, unit));
    }
}
