package org.yichuang.ratings.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;
import org.yichuang.ratings.api.Ratings;

/** What an applicant is asked about a case. */
class OwnPanel implements Panel {
    private static final int PLACE = 50;

    private final Ratings ratings;
    private final String number;

    OwnPanel(Ratings ratings, String number) {
        this.ratings = ratings;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.APPLICANT.key());
    }

    @Override
    public Content show(PageCall call) {
        return RatingPageModule.TEMPLATES.ownpanel(call.ui(), ratings.ofCase(number, call.context()), number);
    }
}
