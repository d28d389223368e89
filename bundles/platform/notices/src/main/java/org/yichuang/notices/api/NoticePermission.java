package org.yichuang.notices.api;

/** What one may be permitted to do with messages to people; everybody reads the own ones. */
public final class NoticePermission {
    /** To see which messages did not arrive, or may not have: not what they say, nor to which address they went. */
    public static final String VIEW = "notices.view";

    /** To send such a message again, or to settle it. */
    public static final String SETTLE = "notices.settle";

    /** To see and to replace the texts of the centre's messages. */
    public static final String TEXTS = "notices.texts";

    private NoticePermission() {}
}
