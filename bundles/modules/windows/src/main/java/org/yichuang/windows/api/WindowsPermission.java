package org.yichuang.windows.api;

/** What may be done about the hall. */
public final class WindowsPermission {
    /** To see windows, staff and letters. */
    public static final String VIEW = "windows.view";

    /** To open places and windows, to take staff on, to consent to letters and to take them back. */
    public static final String MANAGE = "windows.manage";

    /** To name staff and representatives for a department, and to issue its letters. */
    public static final String PROPOSE = "windows.propose";

    /** To say that one is on duty, or away. */
    public static final String ATTEND = "windows.attend";

    /** To give tickets of the queue out, to call and to serve them. */
    public static final String SERVE = "windows.serve";

    /** To note what is found at windows on patrol. */
    public static final String PATROL = "windows.patrol";

    /** To take a ticket from home. */
    public static final String TAKE = "windows.take";

    /** To counter-sign what was decided under a letter, or to put right what is objected to. */
    public static final String COUNTERSIGN = "windows.countersign";

    private WindowsPermission() {}
}
