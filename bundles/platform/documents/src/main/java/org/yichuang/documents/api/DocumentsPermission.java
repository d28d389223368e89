package org.yichuang.documents.api;

/** What documents let somebody do. */
public final class DocumentsPermission {
    /** Read, preview and publish the centre's own texts of documents. */
    public static final String TEMPLATES = "documents.templates";

    private DocumentsPermission() {}
}
