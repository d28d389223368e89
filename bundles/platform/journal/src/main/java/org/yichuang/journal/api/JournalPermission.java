package org.yichuang.journal.api;

/** What one may be permitted to do with the audit trail and the events. */
public final class JournalPermission {
    /** To read and prove a centre's audit trail. */
    public static final String AUDIT = "journal.audit";

    /** To see the events that a centre's listeners are held up by. */
    public static final String VIEW = "journal.view";

    /** To replay them. */
    public static final String REPLAY = "journal.replay";

    /** To remove old entries about refused calls. */
    public static final String PURGE = "journal.purge";

    /** To let a message leave that is not what was written, after looking at it. */
    public static final String SEAL = "journal.seal";

    private JournalPermission() {}
}
