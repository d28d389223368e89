package org.yichuang.documents.api;

/** What documents let somebody do. */
public final class DocumentsPermission {
    /** Read, preview and publish the centre's own texts of documents. */
    public static final String TEMPLATES = "documents.templates";

    /** Have a file looked at again in which a scanner has found something. */
    public static final String SCAN_AGAIN = "documents.scan-again";

    private DocumentsPermission() {}
}
