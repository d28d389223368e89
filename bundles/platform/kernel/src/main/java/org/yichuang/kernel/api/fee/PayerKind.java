package org.yichuang.kernel.api.fee;

/** Who pays. */
public enum PayerKind {
    /** A person. */
    PERSON,
    /** An enterprise, and what else is no person. */
    ENTERPRISE
}
