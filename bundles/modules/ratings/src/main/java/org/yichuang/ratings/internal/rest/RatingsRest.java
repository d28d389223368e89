package org.yichuang.ratings.internal.rest;

import java.util.List;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.internal.RatingsDescriptor;
import org.yichuang.rest.api.RestModule;

/** What ratings give to the REST door. */
public class RatingsRest implements RestModule {
    /** A hundred cards with a thousand characters each, as JSON writes them. */
    private static final long LARGEST_BODY = 1L << 20;

    private final List<Object> resources;

    public RatingsRest(Ratings ratings, FollowUps followUps, Complaints complaints) {
        resources = List.of(
                new RatingResource(ratings), new FollowUpResource(followUps), new ComplaintResource(complaints));
    }

    @Override
    public String module() {
        return RatingEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new RatingsDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }
}
