package org.yichuang.documents.internal.domain;

/** What is known of a file's harmlessness. */
public enum ScanState {
    /** Nobody has looked at it. */
    NEW,
    /** A scanner has found nothing. */
    CLEAN,
    /** A scanner has found something. */
    INFECTED,
    /** This house has made it itself. */
    OWN
}
