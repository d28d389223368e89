package org.yichuang.cases.api;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A step of the internal examination (R1-11, R1-18).
 *
 * @param kind which
 * @param recommendation what it comes to; demanded of a review and of a verification, never of an assignment
 * @param opinion what was found, in words; demanded but of an assignment
 * @param staff who goes or has gone to see, at least two; of an assignment and of a survey, of the latter absent for
 *     those who were assigned
 * @param place where they have been; of a survey
 * @param day on which day they have been there; of a survey, today when absent
 * @param facts see {@link CaseRequests.Request#facts}; absent means none
 */
public record ExaminationRequest(
        @NotNull ExaminationKind kind,
        Recommendation recommendation,
        @Size(max = 2000) String opinion,
        @Size(max = 10) List<@NotBlank @Size(max = 50) String> staff,
        @Size(max = 200) String place,
        LocalDate day,
        @Size(max = 10) Map<String, String> facts)
        implements CaseRequests.Request {
    public ExaminationRequest {
        staff = staff == null ? List.of() : Collections.unmodifiableList(staff);
        facts = CaseRequests.given(facts);
    }

    /** The review or verification of what has been handed in. */
    public static ExaminationRequest of(ExaminationKind kind, Recommendation recommendation, String opinion) {
        return new ExaminationRequest(kind, recommendation, opinion, List.of(), null, null, Map.of());
    }
}
