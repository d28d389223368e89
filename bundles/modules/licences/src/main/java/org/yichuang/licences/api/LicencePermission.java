package org.yichuang.licences.api;

/** What one may be permitted to do with the register of results. */
public final class LicencePermission {
    /** To see the register as the staff do. */
    public static final String VIEW = "licences.view";

    /** To see one's own results. */
    public static final String OWN = "licences.own";

    /** To revoke, withdraw and cancel. */
    public static final String DECIDE = "licences.decide";

    /** To note how decisions about results have reached their holders. */
    public static final String DELIVER = "licences.deliver";

    /** To see whole what is shown masked, with a reason that is journaled. */
    public static final String UNMASK = "licences.unmask";

    private LicencePermission() {}
}
