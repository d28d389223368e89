package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;

/**
 * Questions of a bundle as an editor types them, a line each: {@code name|label|BOOLEAN}, {@code
 * name|label|CHOICE|value=label/value=label}; a question that need not be answered has an asterisk behind its type.
 */
public final class QuestionLines {
    private static final String OPTIONAL = "*";
    private static final int PARTS = 3;
    private static final int PARTS_WITH_OPTIONS = 4;

    private QuestionLines() {}

    /** Tells whether all of what questions say can be typed; bounds and marks of personal data cannot. */
    public static boolean canWrite(List<FormField> questions) {
        return read(write(questions)).filter(questions::equals).isPresent();
    }

    /** As they are typed. */
    public static String write(List<FormField> questions) {
        return questions.stream().map(QuestionLines::write).collect(Collectors.joining("\n"));
    }

    private static String write(FormField field) {
        String line =
                String.join("|", field.name(), field.label(), field.type().name() + (field.required() ? "" : OPTIONAL));
        return field.options().isEmpty()
                ? line
                : line + "|"
                        + field.options().stream()
                                .map(option -> option.value() + "=" + option.label())
                                .collect(Collectors.joining("/"));
    }

    /** What was typed; empty where a line cannot be read. */
    public static Optional<List<FormField>> read(String typed) {
        List<FormField> questions = new ArrayList<>();
        for (String line : ConditionWords.narrow(typed).split("\\R")) {
            if (!line.isBlank()) {
                Optional<FormField> question = question(line.strip().split("\\|", -1));
                if (question.isEmpty()) {
                    return Optional.empty();
                }
                questions.add(question.get());
            }
        }
        return Optional.of(questions);
    }

    private static Optional<FormField> question(String[] parts) {
        if (parts.length < PARTS || parts.length > PARTS_WITH_OPTIONS) {
            return Optional.empty();
        }
        String type = parts[2].strip();
        boolean required = !type.endsWith(OPTIONAL);
        String word = required ? type : type.substring(0, type.length() - 1);
        List<Option> options = parts.length < PARTS_WITH_OPTIONS
                ? List.of()
                : Arrays.stream(parts[3].split("/"))
                        .map(text -> text.split("=", 2))
                        .map(pair -> new Option(pair[0].strip(), pair[pair.length - 1].strip()))
                        .toList();
        return Arrays.stream(Type.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .map(each ->
                        new FormField(parts[0].strip(), parts[1].strip(), each, required, null, null, options, false));
    }
}
