package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Map;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.internal.domain.Submission;

/** What papers say of the result that the applicant holds already. */
final class LicenceFacts {
    private LicenceFacts() {}

    static Map<String, String> of(Submission submission) {
        CaseLicence licence = submission.licence();
        if (licence == null) {
            return Map.of();
        }
        String until = licence.validUntil() == null ? "" : day(licence.validUntil());
        return Map.of(
                "licenceMatter",
                licence.matter().label().zh(),
                "licenceNumber",
                licence.number(),
                "licenceUntil",
                until,
                "renewalBy",
                licence.isTimed() ? words("renewal.timed", until) : "",
                "renewalLate",
                licence.isLate() ? words("renewal.late", until) : "");
    }
}
