package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;

/**
 * What was supplied after a notice, checked.
 *
 * @param statement in words, or null
 * @param form changed form data
 * @param materials new materials
 * @param route the road that the changed application takes, null when it stays
 * @param answers what is said to single demands
 */
public record CorrectionContent(
        String statement,
        Map<String, Object> form,
        List<MaterialView> materials,
        RouteFacts route,
        List<DemandAnswer> answers) {
    public CorrectionContent {
        form = form == null ? Map.of() : form;
        materials = materials == null ? List.of() : materials;
        answers = answers == null ? List.of() : answers;
    }

    boolean isEmpty() {
        return !isSaid() && form.isEmpty() && materials.isEmpty() && answers.isEmpty();
    }

    /** Whether something is said to the notice as a whole. */
    boolean isSaid() {
        return statement != null && !statement.isBlank();
    }
}
