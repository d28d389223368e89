package org.yichuang.catalogue.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;

/**
 * What a centre must disclose about an item before it is published (C1.2: 五公开, 六公开, 八公开 … differ by place). The
 * words stand in the tenant's policy {@value #POLICY}, separated by commas. Fees are not among them: that there is none
 * is said by silence.
 */
public enum Disclosure {
    NAME("name", "事项名称", item -> !item.name().isBlank()),
    TYPE("type", "事项类型", item -> item.type() != null),
    DEPARTMENT("department", "主管部门", item -> !item.department().isBlank()),
    ORGAN("organ", "实施主体", item -> !item.organ().isBlank()),
    KIND("kind", "办件类型", item -> item.kind() != null),
    LIMIT("limit", "办理时限", Disclosure::hasLimit),
    BASIS("legalBasis", "设定依据", item -> !item.legalBasis().isBlank()),
    CONDITIONS("conditions", "受理条件", item -> !item.conditions().isBlank()),
    MATERIALS("materials", "申请材料", item -> !item.materials().isEmpty()),
    PROCEDURE("procedure", "办理流程", item -> !item.procedure().isBlank()),
    RESULT("result", "结果名称", item -> !item.result().isBlank()),
    COMPLAINT("complaint", "监督投诉渠道", item -> !item.complaint().isBlank()),
    PLACE("place", "办理地点和时间", item -> !item.place().isBlank());

    /** The tenant's policy that names the set. */
    public static final String POLICY = "policy.catalogue.disclosure";

    /** The set of a tenant that names none. */
    public static final String USUAL = "name,type,department,kind,limit";

    private final String field;
    private final String chinese;
    private final Predicate<ItemDefinition> disclosed;

    Disclosure(String field, String chinese, Predicate<ItemDefinition> disclosed) {
        this.field = field;
        this.chinese = chinese;
        this.disclosed = disclosed;
    }

    /** All words of a set. */
    public static List<String> fields() {
        return Arrays.stream(values()).map(each -> each.field).toList();
    }

    /** Notes what a set of words demands and the item lacks; a word that nobody knows is noted as well. */
    static void check(String words, ItemDefinition item, Problems problems) {
        for (String word : words.split(",")) {
            Optional<Disclosure> found = Arrays.stream(values())
                    .filter(each -> each.field.equalsIgnoreCase(word.strip()))
                    .findFirst();
            if (found.isEmpty()) {
                problems.add(
                        "disclosure",
                        "本中心的公开要素设置有误：" + word.strip(),
                        "This centre's disclosure set has an unknown word: " + word.strip());
            } else if (!found.get().disclosed.test(item)) {
                problems.add(
                        found.get().field,
                        "缺少应当公开的" + found.get().chinese,
                        "The disclosure set demands " + found.get().field);
            }
        }
    }

    private static boolean hasLimit(ItemDefinition item) {
        return item.kind() == CaseKind.INSTANT || item.statutoryLimit() != null || item.promisedLimit() != null;
    }
}
