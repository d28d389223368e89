package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;

/** The materials of an item in words, one a line. */
public final class MaterialLines {
    private static final LocalizedMessage REQUIRED = LocalizedMessage.of(MaterialLines.class, "material.required");
    private static final LocalizedMessage OPTIONAL = LocalizedMessage.of(MaterialLines.class, "material.optional");

    private MaterialLines() {}

    /** As an editor types them. */
    public static String typed(List<Material> materials, Locale locale) {
        return materials.stream()
                .map(material -> String.join(
                        "|",
                        material.code(),
                        material.name(),
                        need(material).in(locale),
                        material.form(),
                        Integer.toString(material.copies()),
                        material.note()))
                .collect(Collectors.joining("\n"));
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
        return LocalizedMessage.of(
                MaterialLines.class, "material.line", material.name(), need(material), form, material.copies(), note);
    }

    private static LocalizedMessage need(Material material) {
        return material.required() ? REQUIRED : OPTIONAL;
    }
}
