package org.yichuang.cases.api;

import java.time.Instant;

/**
 * A decision: centre, department, outcome, texts, by whom (null for the applicant), when.
 *
 * @param reconsiderationFirst whether no court takes a refusal before it has been reconsidered (R1-41); null for
 *     grants, and where that was not kept: then as the item says
 */
public record DecisionView(
        String centre,
        String department,
        CaseRequests.Outcome outcome,
        String opinion,
        String reasons,
        String basis,
        String remedies,
        String by,
        Instant at,
        Boolean reconsiderationFirst) {
    /** One of which nothing was said about what comes first. */
    public DecisionView(
            String centre,
            String department,
            CaseRequests.Outcome outcome,
            String opinion,
            String reasons,
            String basis,
            String remedies,
            String by,
            Instant at) {
        this(centre, department, outcome, opinion, reasons, basis, remedies, by, at, null);
    }

    /** The same that says whether reconsideration comes before any court. */
    public DecisionView withReconsideration(boolean isFirst) {
        return new DecisionView(centre, department, outcome, opinion, reasons, basis, remedies, by, at, isFirst);
    }
}
