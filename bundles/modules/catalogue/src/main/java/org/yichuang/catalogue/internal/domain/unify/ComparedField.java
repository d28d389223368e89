package org.yichuang.catalogue.internal.domain.unify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/** What is compared of items of two centres; which of them is policy (K2). */
public enum ComparedField {
    NAME("name", ItemDefinition::name),
    CODE("code", ItemDefinition::code),
    BASIS("legalBasis", ItemDefinition::legalBasis),
    TYPE("type", item -> item.type().label().zh()),
    ORGAN("organ", ItemDefinition::organ),
    PROCEDURE("procedure", ItemDefinition::procedure),
    CONDITIONS("conditions", ItemDefinition::conditions),
    LIMIT("limit", item -> words(item.statutoryLimit()) + " / " + words(item.promisedLimit())),
    FEE("fee", ItemDefinition::fee),
    MATERIALS("materials", item -> item.materials().stream()
            .map(material -> words(material))
            .sorted()
            .collect(Collectors.joining("\n"))),
    /** 数量: which items there are at all. */
    QUANTITY("quantity", item -> "");

    /** 四级四同 (R3-16): what a level may not change; and which items there are. */
    public static final String USUAL = "name,code,legalBasis,type,quantity";

    /** The setting of a centre that names its set. */
    public static final String POLICY = "policy.catalogue.unification";

    private final String key;
    private final Function<ItemDefinition, String> reader;

    ComparedField(String key, Function<ItemDefinition, String> reader) {
        this.key = key;
        this.reader = reader;
    }

    /** A material as it is compared and shown: required ones with a star, copies, form, and what may stand for it. */
    public static String words(Material material) {
        return Stream.of(
                        material.name() + (material.required() ? "*" : "") + " × " + material.copies(),
                        material.form(),
                        material.deferral() == null ? "" : words(material.deferral()),
                        material.demand() == null ? "" : words(material.demand()),
                        material.declaration() == null
                                ? ""
                                : told("material.declaration")
                                        + material.declaration().consequence())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String words(Material.Demand demand) {
        return (demand.kind().label().zh() + " " + demand.entry()).strip();
    }

    private static String words(Material.Deferral deferral) {
        return deferral.workingDays() == null
                ? told("material.deferral")
                : told("material.deferral.days", deferral.workingDays());
    }

    private static String told(String key, Object... arguments) {
        return LocalizedMessage.of(ComparedField.class, key, arguments).zh();
    }

    private static String words(Limit limit) {
        return limit == null ? "–" : limit.label().zh();
    }

    /** Its word in settings and messages. */
    public String key() {
        return key;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ComparedField.class, "field." + key);
    }

    /** What it says of an item. */
    public String of(ItemDefinition item) {
        return reader.apply(item);
    }

    /** Whether two items say the same, apart from white space and the width of signs. */
    public boolean isSame(ItemDefinition one, ItemDefinition other) {
        return plain(of(one)).equals(plain(of(other)));
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "");
    }

    /** All words. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ComparedField::key).toList();
    }

    /** Reads a set of words; absent when one of them is unknown. */
    public static Optional<List<ComparedField>> parse(String words) {
        List<ComparedField> fields = new ArrayList<>();
        for (String word : words.split(",")) {
            Optional<ComparedField> field = Arrays.stream(values())
                    .filter(each -> each.key.equalsIgnoreCase(word.strip()))
                    .findFirst();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            field.filter(each -> !fields.contains(each)).ifPresent(fields::add);
        }
        return Optional.of(fields);
    }
}
