package org.yichuang.cases.api;

/**
 * An item of which a case decides.
 *
 * @param owner the centre in whose catalogue it stands: code and version mean something only with it
 * @param code its code
 * @param version the frozen version (R3-10)
 * @param name its name
 * @param department of a member of a bundle, the department that examines it; empty where that is whoever has the case
 */
public record CaseItem(String owner, String code, int version, String name, String department) {
    /** One that whoever has the case examines. */
    public CaseItem(String owner, String code, int version, String name) {
        this(owner, code, version, name, "");
    }
}
