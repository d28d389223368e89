package org.yichuang.kernel.api;

/**
 * What makes a repeated command recognisable.
 *
 * @param key what the client sent, 1 to 100 characters
 * @param fingerprint hex SHA-256 of method, path and body: the same key with another fingerprint is refused
 */
public record IdempotencyKey(String key, String fingerprint) {}
