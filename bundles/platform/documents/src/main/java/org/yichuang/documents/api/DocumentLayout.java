package org.yichuang.documents.api;

/** How a document looks. */
public enum DocumentLayout {
    /** An official document (公文): red head, number, title, addressee, body, organ and date. */
    OFFICIAL,
    /** A slip, which proves what has happened: title, number, body. */
    SLIP
}
