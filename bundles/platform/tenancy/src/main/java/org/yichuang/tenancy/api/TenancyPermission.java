package org.yichuang.tenancy.api;

/** What one may be permitted to do with centres, their modules, calendars and departments. */
public final class TenancyPermission {
    /** To see the tree of centres and their settings. */
    public static final String VIEW = "tenancy.view";

    /** To open a centre. */
    public static final String OPEN = "tenancy.open";

    /** To change a centre's name, looks and settings. */
    public static final String CHANGE = "tenancy.change";

    /** To let a centre serve nobody for a while, and to let it serve again. */
    public static final String SUSPEND = "tenancy.suspend";

    /** To switch modules on and off. */
    public static final String SWITCH = "tenancy.switch";

    /** To take a centre away. */
    public static final String REMOVE = "tenancy.remove";

    /** To do to the centres below one's own what one may do to one's own. */
    public static final String BELOW = "tenancy.below";

    /** To import a year's holiday notice. */
    public static final String CALENDAR = "tenancy.calendar";

    /** To keep the list of a centre's departments. */
    public static final String DEPARTMENTS = "tenancy.departments";

    private TenancyPermission() {}
}
