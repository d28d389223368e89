package org.yichuang.catalogue.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a centre must disclose about an item before it is published (C1.2, K1: 五公开, 六公开, 八公开 … differ by place).
 * The words stand in the tenant's policy {@value #POLICY}, separated by commas; a {@link DisclosureSet} stands for the
 * words in it. Whether there is a fee is said of every item (X9).
 */
public enum Disclosure {
    NAME("name", item -> !item.name().isBlank()),
    TYPE("type", item -> item.type() != null),
    DEPARTMENT("department", item -> !item.department().isBlank()),
    ORGAN("organ", item -> !item.organ().isBlank()),
    KIND("kind", item -> item.kind() != null),
    LIMIT("limit", Disclosure::hasLimit),
    BASIS("legalBasis", item -> !item.legalBasis().isBlank()),
    CONDITIONS("conditions", item -> !item.conditions().isBlank()),
    MATERIALS("materials", item -> !item.materials().isEmpty()),
    PROCEDURE("procedure", item -> !item.procedure().isBlank()),
    RESULT("result", item -> !item.result().isBlank()),
    COMPLAINT("complaint", item -> !item.complaint().isBlank()),
    PLACE("place", item -> !item.place().isBlank()),
    PROMISED("promisedLimit", item -> item.kind() == CaseKind.INSTANT || item.promisedLimit() != null),
    /** 各层级办理时限: of an item that several levels examine, how long each has (M-CAT-10). */
    LEVEL_LIMITS("levelLimits", Disclosure::hasLimitOfEachLevel),
    /** 公共服务领域: of a public service, its field (R3-02); that of a bundle is said by its members. */
    SERVICE_FIELD("serviceField", Disclosure::hasServiceField),
    VISITS("visits", item -> item.handling().visits() != null),
    FEE("fee", item -> FeeWords.of(item.fee()) != FeeWords.UNTOLD),
    FEE_STANDARD("feeStandard", item -> false),
    FEE_BASIS("feeBasis", item -> false),
    /** Whom people turn to who see something wrong: the channel for complaints is that of supervision. */
    SUPERVISION("supervision", item -> !item.complaint().isBlank());

    /** The tenant's policy that names the set. */
    public static final String POLICY = DisclosureFieldSource.SETTING;

    /** The set of a tenant that names none. */
    public static final String USUAL = "name,type,department,kind,limit";

    private final String field;
    private final Predicate<ItemDefinition> disclosed;

    Disclosure(String field, Predicate<ItemDefinition> disclosed) {
        this.field = field;
        this.disclosed = disclosed;
    }

    /** All words that a policy may have: those of fields and those of sets. */
    public static List<String> words() {
        return Stream.concat(
                        Arrays.stream(values()).map(each -> each.field),
                        Arrays.stream(DisclosureSet.values()).map(DisclosureSet::word))
                .toList();
    }

    /** Notes what a set of words demands and the item lacks; a word that nobody knows is noted as well. */
    static void check(String words, ItemDefinition item, ForeignFields foreign, Problems problems) {
        Stream.concat(
                        Arrays.stream(words.split(",")).map(String::strip).flatMap(word -> DisclosureSet.of(word)
                                .map(set -> set.fields().stream())
                                .orElse(Stream.of(word))),
                        Stream.of(FEE.field))
                .distinct()
                .forEach(word -> checkWord(word, item, foreign, problems));
    }

    private static void checkWord(String word, ItemDefinition item, ForeignFields foreign, Problems problems) {
        if (foreign.values().containsKey(word)) {
            return;
        }
        Optional<Disclosure> found = Arrays.stream(values())
                .filter(each -> each.field.equalsIgnoreCase(word))
                .findFirst();
        LocalizedMessage called = foreign.labels().get(word);
        if (found.isPresent()) {
            Disclosure field = found.get();
            problems.when(
                    !field.isSaid(item, foreign),
                    field.field,
                    missing(called == null ? field.label() : called, field.field));
        } else if (called != null) {
            problems.add(word, missing(called, word));
        } else {
            problems.add("disclosure", LocalizedMessage.of(Disclosure.class, "disclosure.word-unknown", word));
        }
    }

    /** What is charged may be told by the module of the fees: then its text counts, not the item's own. */
    private boolean isSaid(ItemDefinition item, ForeignFields foreign) {
        String fee = foreign.values().getOrDefault(FEE.field, item.fee());
        return switch (this) {
            case FEE_STANDARD -> FeeWords.hasStandard(fee);
            case FEE_BASIS -> FeeWords.hasBasis(fee);
            default -> disclosed.test(item);
        };
    }

    private static boolean hasLimitOfEachLevel(ItemDefinition item) {
        return item.routes().stream()
                .flatMap(route -> route.stages().stream())
                .allMatch(stage -> stage.action() != Stage.Action.PRE_REVIEW || stage.limit() != null);
    }

    private static boolean hasServiceField(ItemDefinition item) {
        return item.type() != ItemType.PUBLIC_SERVICE || item.bundled() || item.serviceField() != null;
    }

    private static LocalizedMessage missing(LocalizedMessage label, String field) {
        return LocalizedMessage.of(Disclosure.class, "disclosure.missing", label, field);
    }

    private LocalizedMessage label() {
        return LocalizedMessage.of(
                Disclosure.class,
                "disclosure." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static boolean hasLimit(ItemDefinition item) {
        return item.kind() == CaseKind.INSTANT || item.statutoryLimit() != null || item.promisedLimit() != null;
    }
}
