package org.yichuang.kernel.api.identifier;

/** What an examination of a number found. */
public enum Verdict {
    /** Nothing is wrong with it. */
    VALID,
    /** Suspicious, yet such numbers are in lawful use: a clerk may override after looking it up (R4-04). */
    WARNING,
    /** It cannot be right and is not taken. */
    INVALID
}
