package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What has come of a granted case, once the result has been made out (制证): for whoever registers results.
 *
 * @param documentNumber the number of what was made out; null before, with {@link Cases#granted}
 * @param centre the centre that made it out; likewise
 * @param issuedAt when; likewise
 * @param validUntil until when it holds; null for without end
 * @param organ the body that has granted, as the decision names it
 * @param remedies how acts of that body in this matter are disputed (R1-38 to R1-42)
 * @param decision the id of the document by which this centre tells the grant; empty where another centre does, or none
 *     was issued
 * @param decidedAt the centre that has granted
 * @param numberedBy the body in whose own series its decisions are numbered; empty where the centre numbers them
 * @param brokenDeclarations codes of materials in whose place something was declared that was found to be untrue, and
 *     that have not come since
 */
public record CaseResult(
        String documentNumber,
        String centre,
        Instant issuedAt,
        LocalDate validUntil,
        String organ,
        String remedies,
        String decision,
        String decidedAt,
        String numberedBy,
        List<String> brokenDeclarations) {
    public CaseResult {
        brokenDeclarations = List.copyOf(brokenDeclarations);
    }

    /** The same grant with what was made out of it elsewhere. */
    public CaseResult madeOut(String number, String at, Instant moment, LocalDate until, List<String> untrue) {
        return new CaseResult(number, at, moment, until, organ, remedies, decision, decidedAt, numberedBy, untrue);
    }
}
