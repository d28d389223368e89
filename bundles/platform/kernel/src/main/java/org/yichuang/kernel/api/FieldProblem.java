package org.yichuang.kernel.api;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field as the client wrote it, e.g. {@code applicant.idNumber}
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record FieldProblem(String field, String zh, String en) {}
