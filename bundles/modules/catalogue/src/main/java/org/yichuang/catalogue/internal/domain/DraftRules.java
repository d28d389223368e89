package org.yichuang.catalogue.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.ItemCode;

/** What even a draft must be: identifiable, readable, free of contradictions. Texts may still be missing. */
public final class DraftRules {
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_MATERIALS = 200;
    private static final int MOST_COPIES = 100;

    private DraftRules() {}

    /** Returns everything that is wrong. */
    public static List<FieldProblem> problems(ItemDefinition item) {
        Problems problems = new Problems();
        checkIdentity(item, problems);
        checkTexts(item, problems);
        checkMaterials(item.materials(), problems);
        checkLimits(item, problems);
        FormDesign.check(item.form(), problems);
        RouteRules.check(item.form(), item.routes(), problems);
        return problems.all();
    }

    private static void checkIdentity(ItemDefinition item, Problems problems) {
        Check code = ItemCode.check(item.code());
        if (code.isInvalid() || item.code().length() > 64) {
            problems.add("code", code.reasonZh(), code.reasonEn());
        }
        problems.when(item.name().isBlank(), "name", "缺少事项名称", "The name is missing");
        problems.when(item.type() == null, "type", "缺少事项类型", "The type is missing");
        problems.when(item.exerciseLevel() == null, "exerciseLevel", "缺少行使层级", "The exercise level is missing");
        problems.when(item.kind() == null, "kind", "缺少办件类型", "The kind is missing");
    }

    private static void checkTexts(ItemDefinition item, Problems problems) {
        text("name", item.name(), LONGEST_NAME, problems);
        text("department", item.department(), LONGEST_NAME, problems);
        text("organ", item.organ(), LONGEST_NAME, problems);
        text("audience", item.audience(), LONGEST_NAME, problems);
        text("result", item.result(), LONGEST_NAME, problems);
        text("conditions", item.conditions(), LONGEST_TEXT, problems);
        text("procedure", item.procedure(), LONGEST_TEXT, problems);
        text("fee", item.fee(), LONGEST_TEXT, problems);
        text("legalBasis", item.legalBasis(), LONGEST_TEXT, problems);
        text("complaint", item.complaint(), LONGEST_TEXT, problems);
        text("place", item.place(), LONGEST_TEXT, problems);
        text("source", item.source(), LONGEST_TEXT, problems);
    }

    private static void text(String field, String text, int longest, Problems problems) {
        problems.when(text.length() > longest, field, "不得超过" + longest + "个字", "At most " + longest + " characters");
        problems.when(TextRules.isUnfit(text), field, "含有无法保存的字符", "It has characters that cannot be kept");
    }

    private static void checkMaterials(List<Material> materials, Problems problems) {
        problems.when(
                materials.size() > MOST_MATERIALS, "materials", "申请材料不得超过200项", "An item has at most 200 materials");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < materials.size(); i++) {
            Material material = materials.get(i);
            String path = "materials[" + i + "]";
            problems.when(
                    !material.code().matches("[A-Za-z0-9._-]{1,40}"),
                    path + ".code",
                    "材料编号应由1至40位字母、数字、点、横线组成",
                    "The code of a material has 1 to 40 letters, digits, dots and hyphens");
            problems.when(
                    !codes.add(material.code()),
                    path + ".code",
                    "材料编号重复：" + material.code(),
                    "Two materials are " + material.code());
            problems.when(material.name().isBlank(), path + ".name", "缺少材料名称", "The name is missing");
            text(path + ".name", material.name(), FormDesign.LONGEST_TEXT, problems);
            text(path + ".form", material.form(), LONGEST_NAME, problems);
            text(path + ".note", material.note(), FormDesign.LONGEST_TEXT, problems);
            problems.when(
                    material.copies() < 1 || material.copies() > MOST_COPIES,
                    path + ".copies",
                    "材料份数应在1到100之间",
                    "A material has 1 to 100 copies");
        }
    }

    private static void checkLimits(ItemDefinition item, Problems problems) {
        boolean both = item.promisedLimit() != null && item.statutoryLimit() != null;
        if (both && Limits.isSurelyLonger(item.promisedLimit(), item.statutoryLimit())) {
            problems.add(
                    "promisedLimit",
                    "承诺时限（" + item.promisedLimit().zh() + "）不得长于法定时限（"
                            + item.statutoryLimit().zh() + "）",
                    "The promised limit (" + item.promisedLimit().en() + ") is longer than the statutory one ("
                            + item.statutoryLimit().en() + ")");
        }
    }
}
