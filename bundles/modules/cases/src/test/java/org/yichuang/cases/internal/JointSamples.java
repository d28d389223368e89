package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/** A bundle of items, for which the lead is the 审批局. */
final class JointSamples {
    static final String SHOP = "shop";

    /** One department examines and goes to see, another has the applicant heard, a third does neither. */
    static final String PLANT = "plant";

    /** One department examines, another asks for what may follow later. */
    static final String MALL = "mall";

    /** One member is decided at the city at once, another after a department of the county has reviewed it. */
    static final String PARK = "park";

    /** The province decides a member, to which the city passes it on. */
    static final String LAKE = "lake";

    /** The city decides two members and hears whoever applied; the county decides and hears one. */
    static final String GARDEN = "garden";

    /** One department examines two members. */
    static final String TWICE = "twice";

    static final String HOUSING = "住建局";
    static final String CIVIL = "民政局";
    static final String TOBACCO = "烟草局";
    static final String POWER = "供电公司";

    static final JointRequests.Opinion AGREE = new JointRequests.Opinion(BranchOutcome.AGREE, "符合条件", "按图施工");
    static final JointRequests.Opinion REFUSE = new JointRequests.Opinion(BranchOutcome.REFUSE, "不符合规划", null);

    private JointSamples() {}

    static ItemDefinition shop() {
        return bundle(
                SHOP,
                "开办餐饮店",
                List.of(
                        member("b1", Items.SIMPLE, HOUSING, true, List.of(), Limit.working(10), List.of()),
                        member("b2", Items.SERVICE, CIVIL, true, List.of(), Limit.working(3), List.of()),
                        member(
                                "b3",
                                Items.LONG,
                                TOBACCO,
                                true,
                                List.of(List.of(new Condition("tobacco", List.of("true"), null, null))),
                                null,
                                List.of("m2")),
                        member("b4", "", POWER, false, List.of(), Limit.working(2), List.of())));
    }

    static ItemDefinition plant() {
        return bundle(
                PLANT,
                "建设热电厂",
                List.of(
                        member("b1", Items.EXAMINED, HOUSING, true, List.of(), Limit.working(20), List.of("m3")),
                        member("b2", Items.HEARD, CIVIL, true, List.of(), Limit.working(10), List.of()),
                        member("b3", Items.SIMPLE, TOBACCO, true, List.of(), Limit.working(10), List.of("m1"))));
    }

    static ItemDefinition mall() {
        return bundle(
                MALL,
                "开办商场",
                List.of(
                        member("b1", Items.EXAMINED, HOUSING, true, List.of(), Limit.working(10), List.of("m1")),
                        member("b2", Items.SIMPLE, CIVIL, true, List.of(), Limit.working(10), List.of("m3"))));
    }

    static ItemDefinition park() {
        return bundle(
                PARK,
                "建设公园",
                List.of(
                        member("b1", Items.SERVICE, CIVIL, true, List.of(), Limit.working(10), List.of("m1")),
                        member("b2", Items.CITY, "城管局", true, List.of(), Limit.working(10), List.of("m1")),
                        member("b3", Items.TREES, "城管局", true, List.of(), Limit.working(10), List.of("m1"))));
    }

    static ItemDefinition lake() {
        return bundle(
                LAKE,
                "建设湖区",
                List.of(
                        member("b1", Items.SERVICE, CIVIL, true, List.of(), Limit.working(10), List.of("m1")),
                        member("b2", Items.PROVINCE, "水利厅", true, List.of(), Limit.working(10), List.of("m1"))));
    }

    static ItemDefinition garden() {
        return bundle(
                GARDEN,
                "建设植物园",
                List.of(
                        member("b1", Items.HEARD, CIVIL, true, List.of(), Limit.working(10), List.of("m1")),
                        member("b2", Items.LINKED_HEARD, "城管局", true, List.of(), Limit.working(10), List.of("m1")),
                        member(
                                "b3",
                                Items.LINKED_ALWAYS_HEARD,
                                "城管局",
                                true,
                                List.of(),
                                Limit.working(10),
                                List.of("m1"))));
    }

    static ItemDefinition twice() {
        return bundle(
                TWICE,
                "开办酒店",
                List.of(
                        member("b1", Items.SIMPLE, HOUSING, true, List.of(), Limit.working(3), List.of("m1")),
                        member("b2", Items.SERVICE, HOUSING, true, List.of(), Limit.working(4), List.of("m1"))));
    }

    private static ItemDefinition bundle(String code, String name, List<JointMember> members) {
        return ItemDefinition.of(code)
                .name(name)
                .type(ItemType.LICENCE)
                .department("审批局")
                .organ(Items.ORGAN)
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(45))
                .promisedLimit(Limit.working(15))
                .materials(List.of(
                        new Material("m1", "申请书", true, "", 1, ""),
                        new Material("m2", "店面照片", false, "", 1, ""),
                        new Material("m4", "图 纸", false, "", 1, ""),
                        new Material(
                                "m3",
                                "检测报告",
                                code.equals(PLANT) || code.equals(MALL),
                                "",
                                1,
                                "",
                                new Material.Deferral(5),
                                null)))
                .legalBasis("依据")
                .result("食品经营许可证")
                .acceptanceLevels(Set.of(Level.COUNTY))
                .routes(List.of(new Route(
                        "joint",
                        "联合办理",
                        List.of(),
                        List.of(
                                new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                                new Stage(Action.DECIDE, Level.COUNTY, "", null)),
                        Level.COUNTY)))
                .examination(null)
                .certificate(null)
                .made()
                .madeOf(new JointHandling(BundleKind.APPROVAL, List.of(), members));
    }

    private static JointMember member(
            String id,
            String item,
            String department,
            boolean decides,
            List<List<Condition>> when,
            Limit limit,
            List<String> materials) {
        String name = item.isEmpty() ? "用电容量意见" : "事项 " + item;
        String organ = item.isEmpty() ? "" : "海阳市" + department;
        return new JointMember(
                id,
                item,
                item.isEmpty() ? 0 : 1,
                name,
                department,
                organ,
                null,
                decides,
                when,
                limit,
                List.of(),
                materials);
    }

    static CaseRequests.Submit application(Map<String, Object> form) {
        return application(SHOP, form);
    }

    static CaseRequests.Submit application(String bundle, Map<String, Object> form) {
        List<MaterialGiven> paper = List.of(new MaterialGiven("m1", null, null, true));
        return new CaseRequests.Submit(
                null, bundle, Centres.ENTERPRISE, form, paper, null, null, null, null, null, null);
    }
}
