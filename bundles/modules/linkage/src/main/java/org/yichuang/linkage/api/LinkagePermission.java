package org.yichuang.linkage.api;

/** What one may be permitted to do with the messages between centres. */
public final class LinkagePermission {
    /** To see what a centre sends. */
    public static final String VIEW = "linkage.view";

    /** To send a message again, and to take one out of the flow. */
    public static final String ACT = "linkage.act";

    /** To see the public keys of a centre. */
    public static final String VIEW_KEYS = "linkage.view-keys";

    /** To make a new signing key, and to revoke one. */
    public static final String ROTATE_KEY = "linkage.rotate-key";

    private LinkagePermission() {}
}
