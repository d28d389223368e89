package org.yichuang.ratings.api;

/** What may be done with ratings. */
public final class RatingPermission {
    /** To see what services were rated, without who has. */
    public static final String VIEW = "ratings.view";

    /** To enter what was rated on paper. */
    public static final String ENTER = "ratings.enter";

    /** To see what is followed up. */
    public static final String FOLLOW_UP = "ratings.follow-up";

    /** To contact whoever is not content, and to put things right. */
    public static final String HANDLE = "ratings.handle";

    /** To look whether it was put right. */
    public static final String VERIFY = "ratings.verify";

    /** To call whoever had a case. */
    public static final String CALL = "ratings.call-back";

    /** To look into complaints, and to review refusals. */
    public static final String COMPLAINTS = "ratings.complaints";

    private RatingPermission() {}
}
