package org.yichuang.catalogue.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft.Member;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/** What can be bundled in tests: licences of a county, and drafts of bundles of them. */
final class BundleSamples {
    static final FormField NAME = new FormField("shop", "店名", Type.TEXT, true, null, null, List.of());
    static final FormField AREA =
            new FormField("area", "面积", Type.INTEGER, true, BigDecimal.ONE, new BigDecimal("900"), List.of());
    static final FormField TOBACCO = new FormField("tobacco", "是否销售烟草", Type.BOOLEAN, true, null, null, List.of());
    static final List<List<Condition>> SELLS_TOBACCO =
            List.of(List.of(new Condition("tobacco", List.of("true"), null, null)));

    private BundleSamples() {}

    static Member member(String code) {
        return new Member(code, "", "", null, List.of());
    }

    /** A party that gives its opinion only. */
    static Member power() {
        return new Member("", "用电容量意见", "供电公司", Limit.working(3), List.of());
    }

    static BundleDraft draft(int total, Member... members) {
        return new BundleDraft(
                "SHOP",
                "开办餐饮店",
                List.of("开饭店"),
                BundleKind.APPROVAL,
                "市场监管局",
                "县市场监管局",
                total,
                "企业",
                "",
                "",
                "",
                "",
                List.of(TOBACCO),
                List.of(members));
    }

    static BundleDraft renamed(String code, BundleDraft draft) {
        return new BundleDraft(
                code,
                draft.name(),
                draft.aliases(),
                draft.kind(),
                draft.lead(),
                draft.organ(),
                draft.total(),
                "",
                "",
                "",
                "",
                "",
                draft.questions(),
                draft.members());
    }

    static ItemDefinition item(
            String code, String name, String department, List<FormField> form, Material... materials) {
        return item(Level.COUNTY, code, name, department, form, List.of(materials));
    }

    static ItemDefinition decidedBy(Level level, String code, String name, String department) {
        return item(level, code, name, department, List.of(), List.of());
    }

    static ItemDefinition item(
            Level level, String code, String name, String department, List<FormField> form, List<Material> materials) {
        List<Material> coded = new ArrayList<>();
        for (Material each : materials) {
            coded.add(new Material(
                    "x" + coded.size(), each.name(), each.required(), "", each.copies(), "", each.deferral(), null));
        }
        return ItemDefinition.of(code)
                .name(name)
                .type(ItemType.LICENCE)
                .department(department)
                .organ("县" + department)
                .exerciseLevel(Level.COUNTY)
                .audience("企业")
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(20))
                .promisedLimit(Limit.working(10))
                .materials(coded)
                .fee("不收费")
                .legalBasis("《条例》")
                .result(name + "证")
                .acceptanceLevels(Set.of(Level.COUNTY))
                .form(form)
                .routes(List.of(new Route(
                        "r",
                        "路径",
                        List.of(),
                        List.of(
                                new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                                new Stage(Action.DECIDE, level, "", null)),
                        Level.COUNTY)))
                .made();
    }

    static Material material(String name, boolean required, int copies) {
        return new Material("m", name, required, "", copies, "");
    }

    static Material deferred(String name, int days) {
        return new Material("m", name, true, "", 1, "", new Deferral(days), null);
    }

    static FormField optional(String name) {
        return new FormField(name, name, Type.INTEGER, false, null, null, List.of());
    }

    static FormField required(String name) {
        return new FormField(name, name, Type.TEXT, true, null, null, List.of());
    }
}
