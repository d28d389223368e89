package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What the public sees of a case with number and query code: no personal data beyond masked names (R9-15).
 *
 * @param number the case
 * @param item name of the item
 * @param applicant masked name
 * @param state where it stands
 * @param stateName the same in Chinese
 * @param due the promised (else statutory) last day of the decision, or null
 * @param nextAction what the applicant must do now, in Chinese; empty when nothing
 * @param nextActionEn the same in English
 * @param steps what has happened at all centres, in order
 * @param deadlines all clocks with their explanations
 * @param suspension the special procedure for which the limits stand, or null
 * @param branches the departments that examine a joint case, and how far each is; none of any other case
 * @param answerable the department that answers to the applicant of a joint case; null of any other
 * @param decision outcome and its texts, or null
 */
public record ProgressView(
        String number,
        String item,
        String applicant,
        CaseState state,
        String stateName,
        LocalDate due,
        String nextAction,
        String nextActionEn,
        List<Step> steps,
        List<DeadlineView> deadlines,
        CaseView.SuspensionView suspension,
        List<Branch> branches,
        String answerable,
        Decision decision) {
    /** A step: when, at which centre, what (zh, en). */
    public record Step(Instant at, String centre, String centreName, String action, String zh, String en) {
        /** What happened, in the language of who reads it. */
        public LocalizedMessage sentence() {
            return new BilingualText(zh, en);
        }
    }

    /** What the applicant must do now, in the language of who reads it; empty when nothing. */
    public LocalizedMessage demand() {
        return new BilingualText(nextAction, nextActionEn);
    }

    /** A department of a joint case: what it examines, and whether its opinion is in (state, in Chinese). */
    public record Branch(String name, String department, String state, String stateName) {}

    /** The decision as the applicant reads it. */
    public record Decision(
            String outcome, String reasons, String basis, String remedies, String documentNumber, Instant at) {}
}
