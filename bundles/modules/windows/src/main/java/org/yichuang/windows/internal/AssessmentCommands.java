package org.yichuang.windows.internal;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.FindingRule;

/** What can be asked for about findings and assessments. */
public interface AssessmentCommands {
    /** Something was found at a window; {@code department} is absent where it serves one alone. */
    record NoteFinding(
            @NotBlank @Size(max = 20) String window,
            @Size(max = 100) String department,
            @NotNull FindingRule rule,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 1000) String evidence) {}

    /** Says what becomes of an appeal. */
    record DecideAppeal(@NotNull Boolean stands, @NotBlank @Size(max = 1000) String words) {}

    /** Gives a mark of a hundred; of the centre or the patrol, where {@code daily} says so. */
    record GiveMark(
            @NotNull AssessmentSubject of,
            @NotBlank @Size(max = 100) String subject,
            Boolean daily,
            @NotNull Integer mark,
            @Size(max = 1000) String words) {}

    /** Gives a mark of a hundred: the patrol's, or one to another window or another department. */
    record GivePlainMark(
            @NotNull AssessmentSubject of,
            @NotBlank @Size(max = 100) String subject,
            @NotNull Integer mark,
            @Size(max = 1000) String words) {}

    /** Something was done for somebody; {@code day} is absent for today. */
    record RecordDeed(
            @NotNull DeedKind kind,
            LocalDate day,
            @Size(max = 40) String caseNumber,
            @NotBlank @Size(max = 500) String note) {}

    /** Somebody has asked; {@code asker} is absent where they do not say who they are. */
    record OpenEnquiry(
            @NotNull EnquiryChannel channel,
            @Size(max = 50) String asker,
            @NotBlank @Size(max = 1000) String question) {}

    /** Asks from home; {@code name} counts where nobody has signed in, and is absent where they do not say it. */
    record AskOnline(@Size(max = 50) String name, @NotBlank @Size(max = 1000) String question) {}

    /** Hands an enquiry over to somebody at a window, by their account. */
    record HandOver(@NotBlank @Size(max = 100) String to, @Size(max = 200) String words) {}

    /** Answers an enquiry; {@code how} says how it can be done where the answer is "no". */
    record AnswerEnquiry(@NotBlank @Size(max = 2000) String answer, Boolean negative, @Size(max = 1000) String how) {}

    /** Publishes the assessment of a period. */
    record PublishAssessment(@NotNull AssessmentSubject of) {}
}
