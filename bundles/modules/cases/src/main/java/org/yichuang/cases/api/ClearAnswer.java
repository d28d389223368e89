package org.yichuang.cases.api;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A clear answer in writing, which ends an application (明确答复).
 *
 * @param kind of what
 * @param reasons why
 * @param basis by which provision, also of a time or a quota
 * @param advice what the applicant can do, and when; needed of {@link AnswerKind#NOT_NOW}
 */
public record ClearAnswer(
        @NotNull AnswerKind kind,
        @NotBlank @Size(max = 2000) String reasons,
        @Size(max = 1000) String basis,
        @Size(max = 1000) String advice)
        implements CaseRequests.Request {}
