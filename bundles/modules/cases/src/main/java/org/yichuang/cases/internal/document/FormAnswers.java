package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;

/** What the form of an application says, in lines of a document. */
final class FormAnswers {
    private static final int LONGEST_FORM_TEXT = 15_000;

    private FormAnswers() {}

    /** What was applied for, as the item's form names it; what it calls personal is nobody's business here. */
    static List<String> of(Optional<ItemDefinition> item, Map<String, Object> form, Predicate<FormField> wanted) {
        List<FormField> fields = item.stream()
                .flatMap(definition -> definition.form().stream())
                .filter(field -> wanted.test(field) && !field.personal() && form.get(field.name()) != null)
                .toList();
        List<String> lines = new ArrayList<>();
        int left = LONGEST_FORM_TEXT;
        for (FormField field : fields) {
            String value = shown(field, form.get(field.name()));
            boolean fits = value.length() <= left;
            left -= fits ? value.length() : 0;
            lines.add(line(words("answer", field.label(), fits ? value : words("answer.in-application"))));
        }
        return lines;
    }

    static String shown(FormField field, Object value) {
        if (field.type() == FormField.Type.BOOLEAN) {
            return words("answer." + value.toString().toLowerCase(Locale.ROOT));
        }
        return field.options().stream()
                .filter(option -> option.value().equals(value.toString()))
                .map(FormField.Option::label)
                .findFirst()
                .orElse(value.toString());
    }
}
