package org.yichuang.fees.internal.domain;

/**
 * Something of a person, as the database keeps it.
 *
 * @param encrypted the text
 * @param masterKey the name of the master key that it is under
 */
public record Sealed(String encrypted, String masterKey) {}
