package org.yichuang.cases.api;

/**
 * An item of which a case decides.
 *
 * @param owner the centre in whose catalogue it stands: code and version mean something only with it
 * @param code its code
 * @param version the frozen version (R3-10)
 * @param name its name
 */
public record CaseItem(String owner, String code, int version, String name) {}
