package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What a decision has to say (R1-13), and what it cannot. */
final class DecisionContent {
    private static final String END_OF_SENTENCE = "[\\p{P}\\s]+$";

    /** How an opinion ends that does not agree: what denies, at most words that belong to it, and the word itself. */
    private static final Pattern DISSENT =
            Pattern.compile(words("decision.dissent").zh());

    private DecisionContent() {}

    /**
     * Demands reasons, basis and remedies of a refusal, and that its opinion does not agree.
     *
     * @throws ProblemException {@link CaseError#DECISION_INCOMPLETE} with the fields; {@code fields-invalid} for an
     *     opinion that agrees
     */
    static void require(CaseRequests.Decide request) {
        if (request.outcome() == Outcome.GRANT) {
            return;
        }
        List<FieldProblem> missing = new ArrayList<>();
        demand(missing, "reasons", request.reasons());
        demand(missing, "basis", request.basis());
        demand(missing, "remedies", request.remedies());
        if (!missing.isEmpty()) {
            throw new ProblemException(CaseError.DECISION_INCOMPLETE, words("decision.incomplete"), missing);
        }
        if (request.opinion() != null && agrees(request.opinion().replaceFirst(END_OF_SENTENCE, ""))) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "opinion", words("decision.assent-in-refusal"));
        }
    }

    private static void demand(List<FieldProblem> missing, String field, String text) {
        if (text == null || text.isBlank()) {
            missing.add(new FieldProblem(field, words("decision." + field + "-missing")));
        }
    }

    /** Whether an opinion ends with the word that agrees; one that agrees with a pre-review goes on with what. */
    private static boolean agrees(String opinion) {
        return opinion.endsWith(words("decision.assent").zh())
                && !DISSENT.matcher(opinion).find();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(DecisionContent.class, key);
    }
}
