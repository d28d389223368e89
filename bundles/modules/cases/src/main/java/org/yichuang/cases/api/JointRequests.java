package org.yichuang.cases.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** What the commands on a joint case carry. */
public interface JointRequests {
    /**
     * What a department thinks of its branch.
     *
     * @param outcome whether it agrees
     * @param opinion in words; of a refusal, its reasons and on what they stand
     * @param conditions under which it agrees, may be absent
     */
    record Opinion(
            @NotNull BranchOutcome outcome,
            @NotBlank @Size(max = 2000) String opinion,
            @Size(max = 1000) String conditions)
            implements CaseRequests.Joint {}

    /**
     * A meeting of the departments (会商) that was held.
     *
     * @param heldOn on which day; none to come
     * @param agenda what about
     * @param participants who took part: departments, utilities, the applicant
     * @param agreements what was agreed of each problem
     */
    record Meeting(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 1000) String agenda,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> participants,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Agreement> agreements)
            implements CaseRequests.Joint {}

    /**
     * What was agreed of a problem.
     *
     * @param problem what stood in the way
     * @param agreement what is done about it
     * @param responsible by whom
     * @param by until when
     */
    record Agreement(
            @NotBlank @Size(max = 500) String problem,
            @NotBlank @Size(max = 1000) String agreement,
            @NotBlank @Size(max = 100) String responsible,
            @NotNull LocalDate by) {}

    /**
     * What has come of an agreement (反馈).
     *
     * @param words what was done
     * @param done whether it is done with that
     */
    record Report(@NotBlank @Size(max = 1000) String words, @NotNull Boolean done) implements CaseRequests.Joint {}

    /**
     * One day and place for all departments (联合踏勘、审图、验收); again for another time, until it is over.
     *
     * @param kind what they do together
     * @param time when; to come
     * @param place where
     * @param remark what the applicant has to bring or open, may be absent
     */
    record Appoint(
            @NotNull AppointmentKind kind,
            @NotNull LocalDateTime time,
            @NotBlank @Size(max = 200) String place,
            @Size(max = 500) String remark)
            implements CaseRequests.Joint {}

    /**
     * What came of it: who has come, and what each department has found. Who is not among the findings has not come.
     *
     * @param findings of the departments that have come
     * @param others who else has taken part: the applicant, utilities
     * @param conclusion what they have come to together
     */
    record Record(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Finding> findings,
            @Size(max = 50) List<@NotBlank @Size(max = 100) String> others,
            @NotBlank @Size(max = 2000) String conclusion)
            implements CaseRequests.Joint {}

    /**
     * What a department has found.
     *
     * @param branch its branch
     * @param staff who has come of it
     * @param finding what they have seen
     */
    record Finding(
            @NotBlank @Size(max = 10) String branch,
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 50) String> staff,
            @NotBlank @Size(max = 2000) String finding) {}

    /** It is not held, and why. */
    record CallOff(@NotBlank @Size(max = 500) String reason) implements CaseRequests.Joint {}

    /**
     * A joint case that is stuck is raised to the government (M-CAS-4).
     *
     * @param reason about what the departments cannot agree
     * @param workingDays within how many working days it is asked to settle that, from 1 to
     *     {@code policy.cases.settlement.days}
     */
    record Raise(@NotBlank @Size(max = 1000) String reason, @NotNull Integer workingDays)
            implements CaseRequests.Joint {}

    /**
     * What the government has settled.
     *
     * @param settlement its words
     * @param document by which document or meeting, may be absent
     */
    record Settle(@NotBlank @Size(max = 2000) String settlement, @Size(max = 100) String document)
            implements CaseRequests.Joint {}
}
