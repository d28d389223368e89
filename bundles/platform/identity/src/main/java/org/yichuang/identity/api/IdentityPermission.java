package org.yichuang.identity.api;

/** What one may be permitted to do with accounts. */
public final class IdentityPermission {
    /** To see the accounts of the centre. */
    public static final String VIEW = "identity.view";

    /** To open and block accounts, to set their roles and passwords. */
    public static final String MANAGE = "identity.manage";

    /** To open the first account of a centre that has none. */
    public static final String OPEN_FIRST = "identity.open-first";

    private IdentityPermission() {}
}
