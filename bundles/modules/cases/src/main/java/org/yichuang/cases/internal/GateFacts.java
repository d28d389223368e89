package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.GateFact;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** What gates want to know from whoever gives a command, held against what the request says. */
final class GateFacts {
    private static final String FIELD = "facts.";

    private GateFacts() {}

    /**
     * @throws ProblemException {@code fields-invalid} for what nobody wants to know, what is no single line, and what
     *     is required and missing
     */
    static void require(CaseRequests.Request request, List<GateFact> wanted) {
        Map<String, String> said = request.facts();
        List<FieldProblem> problems = new ArrayList<>();
        said.forEach((name, value) -> {
            if (wanted.stream().noneMatch(fact -> fact.name().equals(name))) {
                problems.add(problem(name, "fact.not-wanted"));
            } else if (value.length() > FieldRules.LINE || TextRules.isUnfit(value) || value.indexOf('\n') >= 0) {
                problems.add(problem(name, "fact.unfit", Integer.toString(FieldRules.LINE)));
            }
        });
        wanted.stream()
                .filter(fact -> !isChosen(fact, said.get(fact.name())))
                .forEach(fact -> problems.add(problem(fact.name(), "fact.no-choice")));
        wanted.stream()
                .filter(fact ->
                        fact.required() && said.getOrDefault(fact.name(), "").isBlank())
                .forEach(fact -> problems.add(problem(fact.name(), "fact.missing", fact.label())));
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, problems.get(0).message(), problems);
        }
    }

    /** What is chosen among is nothing else. */
    private static boolean isChosen(GateFact fact, String said) {
        return fact.choices().isEmpty()
                || said == null
                || said.isEmpty()
                || fact.choices().stream().anyMatch(choice -> choice.value().equals(said));
    }

    private static FieldProblem problem(String name, String key, Object... arguments) {
        return new FieldProblem(FIELD + name, LocalizedMessage.of(GateFacts.class, key, arguments));
    }
}
