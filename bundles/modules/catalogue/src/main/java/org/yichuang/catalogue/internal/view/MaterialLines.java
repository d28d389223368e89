package org.yichuang.catalogue.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;

/** The materials of an item in words, one a line. */
public final class MaterialLines {
    private static final LocalizedMessage REQUIRED = LocalizedMessage.of(MaterialLines.class, "material.required");
    private static final LocalizedMessage OPTIONAL = LocalizedMessage.of(MaterialLines.class, "material.optional");
    private static final LocalizedMessage YES = LocalizedMessage.of(MaterialLines.class, "material.yes");

    private MaterialLines() {}

    /** As an editor types them. */
    public static String typed(List<Material> materials, Locale locale) {
        return materials.stream().map(material -> typed(material, locale)).collect(Collectors.joining("\n"));
    }

    private static String typed(Material material, Locale locale) {
        String line = String.join(
                "|",
                material.code(),
                material.name(),
                need(material).in(locale),
                material.form(),
                Integer.toString(material.copies()),
                material.note());
        if (material.deferral() == null && material.declaration() == null && material.demand() == null) {
            return line;
        }
        String deferral = material.deferral() == null
                ? ""
                : material.deferral().workingDays() == null
                        ? YES.in(locale)
                        : material.deferral().workingDays().toString();
        String declaration = material.declaration() == null
                ? ""
                : material.declaration().consequence().isEmpty()
                        ? YES.in(locale)
                        : material.declaration().consequence();
        String instead = String.join("|", line, deferral, declaration);
        return material.demand() == null ? instead : instead + "|" + typed(material.demand(), locale);
    }

    private static String typed(Demand demand, Locale locale) {
        return demand.kind().label().in(locale) + " " + demand.entry();
    }

    /** Reads what an editor has typed of what others certify or do, in any language: a kind, and a code behind it. */
    public static Optional<Demand> demand(String typed) {
        return Arrays.stream(Demand.Kind.values())
                .filter(kind -> Languages.all().stream().anyMatch(locale -> typed.strip()
                        .startsWith(kind.label().in(locale))))
                .findFirst()
                .map(kind -> new Demand(kind, code(kind, typed.strip())));
    }

    private static String code(Demand.Kind kind, String typed) {
        return Languages.all().stream()
                .map(locale -> kind.label().in(locale))
                .filter(typed::startsWith)
                .findFirst()
                .map(word -> typed.substring(word.length()).replaceFirst("^[\\s:：]+", ""))
                .orElse("");
    }

    /** What is demanded from others, as a guide says it; empty where nothing is. */
    public static Optional<LocalizedMessage> demanded(Material material) {
        return Optional.ofNullable(material.demand())
                .map(demand -> LocalizedMessage.of(
                        MaterialLines.class,
                        demand.entry().isEmpty() ? "material.demand" : "material.demand-entry",
                        demand.kind().label(),
                        demand.entry()));
    }

    /** Where it stands on the list what may be demanded. */
    public static String listed(Material material) {
        return "/catalogue/demands?q=" + URLEncoder.encode(material.demand().entry(), StandardCharsets.UTF_8);
    }

    /** The word by which a line says whether a material is required. */
    public static String needWord(boolean required) {
        return (required ? REQUIRED : OPTIONAL).zh();
    }

    /** Tells whether an editor's word says just yes, in any language. */
    public static boolean isYes(String word) {
        return Languages.all().stream().anyMatch(locale -> YES.in(locale).equals(word));
    }

    /** That a material may follow, or a promise stand for it, as a guide says it; empty where neither may be. */
    public static Optional<LocalizedMessage> instead(Material material) {
        Optional<LocalizedMessage> deferral = Optional.ofNullable(material.deferral())
                .map(later -> later.workingDays() == null
                        ? LocalizedMessage.of(MaterialLines.class, "material.deferral")
                        : LocalizedMessage.of(MaterialLines.class, "material.deferral-days", later.workingDays()));
        Optional<LocalizedMessage> declaration = Optional.ofNullable(material.declaration())
                .map(said -> said.consequence().isEmpty()
                        ? LocalizedMessage.of(MaterialLines.class, "material.declaration")
                        : LocalizedMessage.of(
                                MaterialLines.class, "material.declaration-consequence", said.consequence()));
        return deferral.isPresent() && declaration.isPresent()
                ? Optional.of(
                        LocalizedMessage.of(MaterialLines.class, "material.either", deferral.get(), declaration.get()))
                : deferral.or(() -> declaration);
    }

    /** Tells whether an editor's word says that a material is required, in any language. */
    public static boolean isRequired(String word) {
        return Languages.all().stream().anyMatch(locale -> REQUIRED.in(locale).equals(word));
    }

    static String readable(List<Material> materials, Locale locale) {
        return materials.stream().map(material -> readable(material).in(locale)).collect(Collectors.joining("\n"));
    }

    private static LocalizedMessage readable(Material material) {
        Object form = material.form().isEmpty()
                ? ""
                : LocalizedMessage.of(MaterialLines.class, "material.form", material.form());
        Object note = material.note().isEmpty()
                ? ""
                : LocalizedMessage.of(MaterialLines.class, "material.note", material.note());
        Object instead = told(instead(material));
        return LocalizedMessage.of(
                MaterialLines.class,
                "material.line",
                material.name(),
                need(material),
                form,
                material.copies(),
                note,
                instead,
                told(demanded(material)));
    }

    private static Object told(Optional<LocalizedMessage> words) {
        return words.<Object>map(each -> LocalizedMessage.of(MaterialLines.class, "material.note", each))
                .orElse("");
    }

    private static LocalizedMessage need(Material material) {
        return material.required() ? REQUIRED : OPTIONAL;
    }
}
