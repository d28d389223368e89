package org.yichuang.cases.api;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * That an application which cannot be done at once gets a clear answer in writing (明确答复件).
 *
 * @param reason why it cannot be done at once
 */
public record AnswerPromise(@NotBlank @Size(max = 500) String reason) implements CaseRequests.Request {}
