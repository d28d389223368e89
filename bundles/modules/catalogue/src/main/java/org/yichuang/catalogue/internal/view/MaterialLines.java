package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Material;
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
        if (material.deferral() == null && material.declaration() == null) {
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
        return String.join("|", line, deferral, declaration);
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
        Object instead = instead(material)
                .<Object>map(words -> LocalizedMessage.of(MaterialLines.class, "material.note", words))
                .orElse("");
        return LocalizedMessage.of(
                MaterialLines.class,
                "material.line",
                material.name(),
                need(material),
                form,
                material.copies(),
                note,
                instead);
    }

    private static LocalizedMessage need(Material material) {
        return material.required() ? REQUIRED : OPTIONAL;
    }
}
