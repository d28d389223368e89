package org.yichuang.notices.internal.domain;

/**
 * An encrypted value.
 *
 * @param encrypted the value
 * @param masterKey the name of the master key that its own key is encrypted with
 */
public record Sealed(String encrypted, String masterKey) {}
