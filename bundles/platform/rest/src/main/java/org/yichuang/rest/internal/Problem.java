package org.yichuang.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.yichuang.kernel.api.FieldProblem;

/**
 * The body of every refusal (RFC 9457).
 *
 * @param type names the kind of problem for machines
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong, in the language asked for
 * @param code the last part of {@code type}
 * @param instance the path that was asked
 * @param requestId what to tell the operator
 * @param detailZh what is wrong, in Chinese
 * @param detailEn what is wrong, in English
 * @param fields the offending fields, left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "instance", "requestId"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        String requestId,
        String detailZh,
        String detailEn,
        List<FieldProblem.Wire> fields) {}
