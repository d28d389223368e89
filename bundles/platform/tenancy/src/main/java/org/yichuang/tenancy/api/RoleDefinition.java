package org.yichuang.tenancy.api;

/**
 * A role that an account may hold.
 *
 * @param key the word in REST, journal and configuration, e.g. {@code chief-representative}
 * @param kind what sort of people hold it
 */
public record RoleDefinition(String key, RoleKind kind) {}
