package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.domain.PromiseFact;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.catalogue.api.ItemDefinition;

/** What is told of promises about materials that were missing when the application was accepted (R3-19, R3-20). */
final class PromiseFacts {
    private PromiseFacts() {}

    static Map<String, String> of(List<PromiseFact> promises) {
        Map<String, String> facts = new HashMap<>();
        facts.put(
                "deferred",
                promises.stream()
                        .filter(promise -> promise.kind() == PromiseKind.DEFERRAL)
                        .map(promise -> line(words("promise.deferred", promise.name(), day(promise.until()))))
                        .collect(Collectors.joining("\n")));
        facts.put(
                "declared",
                promises.stream()
                        .filter(promise -> promise.kind() == PromiseKind.DECLARATION)
                        .map(PromiseFacts::declared)
                        .collect(Collectors.joining("\n")));
        facts.put(
                "checkDue",
                promises.stream()
                        .filter(promise -> promise.kind() == PromiseKind.DECLARATION)
                        .map(PromiseFact::until)
                        .max(Comparator.naturalOrder())
                        .map(DocumentWords::day)
                        .orElse(""));
        return facts;
    }

    private static String declared(PromiseFact promise) {
        return line(
                promise.consequence().isEmpty()
                        ? promise.name()
                        : words("promise.declared", promise.name(), promise.consequence()));
    }

    /** What is still to follow, as it was promised or as the law has accepted without it; empty when nothing is. */
    static String outstanding(Submission submission, Optional<ItemDefinition> item) {
        Stream<String> promised = submission.promises().stream()
                .filter(PromiseFact::isOutstanding)
                .map(promise -> promise.kind() == PromiseKind.DEFERRAL
                        ? words("promise.deferred", promise.name(), day(promise.until()))
                        : promise.name());
        return Stream.concat(promised, Stream.of(MissingMaterials.unpromised(submission, item)))
                .filter(names -> !names.isEmpty())
                .collect(Collectors.joining(words("comma")));
    }

    /** The papers that say what was promised; empty when nothing was. */
    static String papers(List<PromiseFact> promises) {
        List<PromiseKind> kinds =
                promises.stream().map(PromiseFact::kind).distinct().sorted().toList();
        return kinds.isEmpty()
                ? ""
                : words(
                        "promise.papers",
                        kinds.stream()
                                .map(kind -> kind == PromiseKind.DEFERRAL
                                        ? CaseDocumentTemplate.DEFERRAL_NOTICE
                                        : CaseDocumentTemplate.DECLARATION)
                                .map(template -> words("promise.paper", template.title()))
                                .collect(Collectors.joining(words("comma"))));
    }
}
