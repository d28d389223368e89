package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.SpotCorrection;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;

/** What was corrected on the spot, as the audit trail has it: what the item calls personal is told by nothing of it. */
final class SpotFacts {
    private SpotFacts() {}

    static Map<String, String> of(
            Submission submission,
            Optional<ItemDefinition> item,
            Function<MaterialView, String> material,
            Map<String, String> step) {
        List<MaterialView> all = submission.materials();
        int renewed = Math.min(Integer.parseInt(step.getOrDefault("materials", "0")), all.size());
        List<String> changed = List.of(step.getOrDefault("fields", "").split(","));
        return Map.of(
                "materials",
                all.stream().skip(all.size() - (long) renewed).map(material).collect(Collectors.joining("\n")),
                "changes",
                item.stream()
                        .flatMap(definition -> definition.form().stream())
                        .filter(field -> changed.contains(field.name()))
                        .map(field -> change(field, step))
                        .collect(Collectors.joining("\n")));
    }

    private static String change(FormField field, Map<String, String> step) {
        return line(words(
                field.personal() ? "change.personal" : "change",
                field.label(),
                value(field, step.get(SpotCorrection.BEFORE + field.name())),
                value(field, step.get(SpotCorrection.AFTER + field.name()))));
    }

    private static String value(FormField field, String value) {
        return value == null ? words("change.nothing") : FormAnswers.shown(field, value);
    }
}
