package org.yichuang.cases.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was applied for, of people and unmasked.
 *
 * @param applicant who applies
 * @param form the data of the form, by field, in the order in which they came
 */
public record CaseApplication(CaseRequests.Applicant applicant, Map<String, Object> form) {
    public CaseApplication {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }
}
