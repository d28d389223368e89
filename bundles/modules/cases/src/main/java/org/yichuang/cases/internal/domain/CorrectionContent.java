package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;

/**
 * What was supplied after a notice, checked.
 *
 * @param statement in words, or null
 * @param form changed form data
 * @param materials new materials
 * @param route the road that the changed application takes, null when it stays
 */
public record CorrectionContent(
        String statement, Map<String, Object> form, List<MaterialView> materials, RouteFacts route) {
    boolean isEmpty() {
        return (statement == null || statement.isBlank()) && form.isEmpty() && materials.isEmpty();
    }
}
