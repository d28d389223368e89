package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.domain.TreeItem.CITY;
import static org.yichuang.catalogue.internal.domain.TreeItem.COUNTY;
import static org.yichuang.catalogue.internal.domain.TreeItem.FORM;
import static org.yichuang.catalogue.internal.domain.TreeItem.GOVERNMENT;
import static org.yichuang.catalogue.internal.domain.TreeItem.changed;
import static org.yichuang.catalogue.internal.domain.TreeItem.formWith;
import static org.yichuang.catalogue.internal.domain.TreeItem.is;
import static org.yichuang.catalogue.internal.domain.TreeItem.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.internal.domain.RoutePartition.Finding;
import org.yichuang.catalogue.internal.domain.RoutePartition.Flaw;

public class RoutePartitionTest {
    @Test
    public void theTreeItemSendsEveryApplicationToExactlyOneRoute() {
        assertEquals(Optional.empty(), RoutePartition.firstFlaw(FORM, List.of(COUNTY, CITY, GOVERNMENT)));
    }

    @Test
    public void withoutTheGovernmentsRouteFellingFiftyTreesFindsNoRoute() {
        Finding gap = RoutePartition.firstFlaw(FORM, List.of(COUNTY, CITY)).orElseThrow();

        assertEquals(Flaw.GAP, gap.flaw());
        assertEquals(
                Map.of("operation", "fell", "trees", BigInteger.valueOf(50), "diameter", BigDecimal.ZERO),
                gap.example());
        assertEquals(
                "申请内容为“作业方式：砍伐，树木株数：50 及以上，最大胸径（厘米）：0 至不足 30”时没有可走的办理路径",
                gap.message().zh());
    }

    @Test
    public void withoutAnyOneOfItsRoutesThereIsAGap() {
        assertEquals(Flaw.GAP, flaw(FORM, CITY, GOVERNMENT));
        assertEquals(Flaw.GAP, flaw(FORM, COUNTY, GOVERNMENT));
        assertEquals(Flaw.GAP, flaw(FORM, COUNTY, CITY));
    }

    @Test
    public void aRouteThatIsOneTreeTooWideOverlapsAndNamesBoth() {
        Route wide = changed(
                COUNTY,
                List.of(
                        List.of(is("operation", "move"), number("trees", null, "51")),
                        COUNTY.when().get(1)));

        Finding overlap =
                RoutePartition.firstFlaw(FORM, List.of(wide, CITY, GOVERNMENT)).orElseThrow();

        assertEquals(Flaw.OVERLAP, overlap.flaw());
        assertEquals(BigInteger.valueOf(50), overlap.example().get("trees"));
        assertEquals(List.of("县级审批", "县级初审、市级审批"), overlap.routes());
        assertTrue(overlap.message().zh(), overlap.message().zh().contains("树木株数：50，"));
    }

    @Test
    public void aRouteThatIsAHairTooNarrowLeavesAGap() {
        Route narrow = changed(
                CITY,
                List.of(
                        CITY.when().get(0),
                        CITY.when().get(1),
                        List.of(
                                is("operation", "fell"),
                                number("trees", null, "20"),
                                number("diameter", "30.01", null))));

        Finding gap = RoutePartition.firstFlaw(FORM, List.of(COUNTY, narrow, GOVERNMENT))
                .orElseThrow();

        assertEquals(Flaw.GAP, gap.flaw());
        assertEquals(new BigDecimal("30"), gap.example().get("diameter"));
        assertTrue(gap.message().zh(), gap.message().zh().contains("30 至不足 30.01"));
    }

    @Test
    public void anOptionalFieldOpensAGapWhereItIsLeftOut() {
        FormField optional = new FormField("diameter", "最大胸径", Type.DECIMAL, false, BigDecimal.ZERO, null, List.of());

        Finding gap = RoutePartition.firstFlaw(formWith(optional), List.of(COUNTY, CITY, GOVERNMENT))
                .orElseThrow();

        assertEquals(Flaw.GAP, gap.flaw());
        assertFalse(gap.example().containsKey("diameter"));
        assertTrue(gap.message().zh(), gap.message().zh().contains("最大胸径：未填写"));
        assertTrue(gap.message().en(), gap.message().en().contains("diameter: not given"));
    }

    @Test
    public void theBoundsOfAFieldBoundTheProof() {
        FormField few =
                new FormField("trees", "树木株数", Type.INTEGER, true, BigDecimal.ONE, new BigDecimal("49"), List.of());

        assertEquals(Optional.empty(), RoutePartition.firstFlaw(formWith(few), List.of(COUNTY, CITY)));
    }

    @Test
    public void theGreatestValueIsLookedAtToo() {
        FormField upToFifty =
                new FormField("trees", "树木株数", Type.INTEGER, true, BigDecimal.ONE, new BigDecimal("50"), List.of());

        Finding gap = RoutePartition.firstFlaw(formWith(upToFifty), List.of(COUNTY, CITY))
                .orElseThrow();

        assertEquals(BigInteger.valueOf(50), gap.example().get("trees"));
    }

    @Test
    public void aSingleRouteWithoutConditionsTakesEverything() {
        assertEquals(Optional.empty(), RoutePartition.firstFlaw(FORM, List.of(changed(COUNTY, List.of()))));
    }

    @Test
    public void twoRoutesWithoutConditionsOverlapForAnyApplication() {
        Finding overlap = RoutePartition.firstFlaw(
                        List.of(), List.of(changed(COUNTY, List.of()), changed(CITY, List.of())))
                .orElseThrow();

        assertEquals(Flaw.OVERLAP, overlap.flaw());
        assertEquals("任何申请同时符合多条办理路径：“县级审批”“县级初审、市级审批”", overlap.message().zh());
    }

    @Test
    public void tooManyCombinationsAreRefusedRatherThanLookedAt() {
        List<FormField> form = IntStream.range(0, 3)
                .mapToObj(i -> new FormField("f" + i, "字段" + i, Type.CHOICE, true, null, null, hundredOptions()))
                .toList();
        List<Condition> all = form.stream().map(field -> is(field.name(), "1")).toList();

        assertEquals(Flaw.TOO_MANY, flaw(form, changed(COUNTY, List.of(all))));
    }

    @Test
    public void theProofAgreesWithTryingOutEveryValue() {
        Random random = new Random(20260302);
        FormField whole = new FormField("n", "数", Type.INTEGER, true, BigDecimal.ZERO, new BigDecimal("12"), List.of());
        FormField choice = new FormField(
                "c", "选", Type.CHOICE, false, null, null, List.of(new Option("a", "甲"), new Option("b", "乙")));
        List<FormField> form = List.of(whole, choice);
        for (int round = 0; round < 2_000; round++) {
            List<Route> routes = randomRoutes(random);
            assertEquals(
                    "round " + round + ": " + routes,
                    everyApplicationHasOneRoute(routes),
                    RoutePartition.firstFlaw(form, routes).isEmpty());
        }
    }

    private static List<Route> randomRoutes(Random random) {
        int cut = 1 + random.nextInt(11);
        int slip = random.nextInt(4) == 0 ? 1 : 0;
        List<Route> routes = new ArrayList<>();
        routes.add(changed(COUNTY, List.of(List.of(number("n", null, "" + (cut + slip))))));
        if (random.nextBoolean()) {
            routes.add(changed(CITY, List.of(List.of(number("n", "" + cut, null)))));
        } else {
            routes.add(changed(CITY, List.of(List.of(number("n", "" + cut, null), is("c", "a")))));
            routes.add(changed(GOVERNMENT, List.of(List.of(number("n", "" + cut, null), is("c", "b")))));
        }
        return routes;
    }

    private static boolean everyApplicationHasOneRoute(List<Route> routes) {
        return IntStream.rangeClosed(0, 12)
                .allMatch(n -> Stream.of("a", "b", "").allMatch(c -> {
                    Map<String, Object> form = c.isEmpty() ? Map.of("n", n) : Map.of("n", n, "c", c);
                    return routes.stream()
                                    .filter(route -> Conditions.applies(route, form))
                                    .count()
                            == 1;
                }));
    }

    private static List<Option> hundredOptions() {
        return IntStream.range(0, 100)
                .mapToObj(i -> new Option("" + i, "选项" + i))
                .toList();
    }

    private static Flaw flaw(List<FormField> form, Route... routes) {
        return RoutePartition.firstFlaw(form, List.of(routes)).orElseThrow().flaw();
    }
}
