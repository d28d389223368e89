package org.yichuang.catalogue.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a centre must disclose about an item before it is published (C1.2: 五公开, 六公开, 八公开 … differ by place). The
 * words stand in the tenant's policy {@value #POLICY}, separated by commas. Fees are not among them: that there is none
 * is said by silence.
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
    PLACE("place", item -> !item.place().isBlank());

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

    /** All words of a set. */
    public static List<String> fields() {
        return Arrays.stream(values()).map(each -> each.field).toList();
    }

    /** Notes what a set of words demands and the item lacks; a word that nobody knows is noted as well. */
    static void check(String words, ItemDefinition item, ForeignFields foreign, Problems problems) {
        for (String word : words.split(",")) {
            checkWord(word.strip(), item, foreign, problems);
        }
    }

    private static void checkWord(String word, ItemDefinition item, ForeignFields foreign, Problems problems) {
        if (foreign.values().containsKey(word)) {
            return;
        }
        Optional<Disclosure> found = Arrays.stream(values())
                .filter(each -> each.field.equalsIgnoreCase(word))
                .findFirst();
        if (found.isPresent()) {
            problems.when(
                    !found.get().disclosed.test(item),
                    found.get().field,
                    found.get().missing());
        } else if (foreign.labels().containsKey(word)) {
            problems.add(
                    word,
                    LocalizedMessage.of(
                            Disclosure.class,
                            "disclosure.missing",
                            foreign.labels().get(word),
                            word));
        } else {
            problems.add("disclosure", LocalizedMessage.of(Disclosure.class, "disclosure.word-unknown", word));
        }
    }

    private LocalizedMessage missing() {
        return LocalizedMessage.of(Disclosure.class, "disclosure.missing", label(), field);
    }

    private LocalizedMessage label() {
        return LocalizedMessage.of(Disclosure.class, "disclosure." + name().toLowerCase(Locale.ROOT));
    }

    private static boolean hasLimit(ItemDefinition item) {
        return item.kind() == CaseKind.INSTANT || item.statutoryLimit() != null || item.promisedLimit() != null;
    }
}
