package org.yichuang.year;

import static org.yichuang.kernel.api.Level.COUNTY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.time.Limit;

/** What several departments handle together: some always, one only where it is needed, one that is only heard. */
final class YearBundles {
    private static final String WELL = "well";

    private YearBundles() {}

    static List<ItemDefinition> all() {
        return List.of(
                bundle(
                        "restaurant",
                        Limit.working(15),
                        List.of(YearItems.FORM, YearItems.DRAWING),
                        member("b1", "workshop", "住建局", List.of(), List.of()),
                        member("b2", "allowance", "民政局", List.of(), List.of()),
                        member(
                                "b3",
                                "well-drilling",
                                "水利局",
                                List.of(List.of(new Condition(WELL, List.of("true"), null, null))),
                                List.of()),
                        heard("b4", "供电公司", Limit.working(2))),
                bundle(
                        "tower",
                        null,
                        List.of(YearItems.FORM, YearItems.REPORT, YearItems.PARKING),
                        member("b1", "tall-house", "住建局", List.of(), List.of("m1")),
                        member("b2", "school", "教体局", List.of(), List.of("m3")),
                        member("b3", "shop-sign", "城管局", List.of(), List.of("m4"))));
    }

    /** What the form of an application says, where that matters. */
    static Map<String, Object> form(Chance chance) {
        return chance.in(50) ? Map.of(WELL, "true") : Map.of();
    }

    /** The departments that an application needs; none of what is no bundle. */
    static List<JointMember> needed(ItemDefinition item, Map<String, Object> form) {
        return item.bundled()
                ? item.joint().members().stream()
                        .filter(member -> member.always() || form.containsKey(WELL))
                        .toList()
                : List.of();
    }

    private static ItemDefinition bundle(
            String code, Limit promised, List<Material> materials, JointMember... members) {
        return ItemDefinition.of(code)
                .name("一件事 " + code)
                .type(ItemType.LICENCE)
                .department("审批局")
                .organ("海阳市行政审批服务局")
                .exerciseLevel(COUNTY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(JointHandling.MOST_DAYS))
                .promisedLimit(promised)
                .materials(materials)
                .legalBasis("条例第一条")
                .result("")
                .acceptanceLevels(Set.of(COUNTY))
                .routes(List.of(YearItems.route(
                        "joint", COUNTY, YearItems.accept(COUNTY), YearItems.decide(COUNTY, "审批局", null))))
                .made()
                .madeOf(new JointHandling(BundleKind.APPROVAL, List.of(), List.of(members)));
    }

    private static JointMember member(
            String id, String item, String department, List<List<Condition>> when, List<String> materials) {
        return new JointMember(
                id,
                item,
                1,
                "事项 " + item,
                department,
                "海阳市" + department,
                null,
                true,
                when,
                null,
                List.of(),
                materials);
    }

    private static JointMember heard(String id, String party, Limit limit) {
        return new JointMember(id, "", 0, "用电容量意见", party, "", null, false, List.of(), limit, List.of(), List.of());
    }
}
