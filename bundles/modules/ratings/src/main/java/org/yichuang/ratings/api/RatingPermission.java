package org.yichuang.ratings.api;

/** What may be done with ratings. */
public final class RatingPermission {
    /** To see what services were rated, without who has. */
    public static final String VIEW = "ratings.view";

    /** To enter what was rated on paper. */
    public static final String ENTER = "ratings.enter";

    private RatingPermission() {}
}
