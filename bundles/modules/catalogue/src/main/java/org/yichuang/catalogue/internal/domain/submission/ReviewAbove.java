package org.yichuang.catalogue.internal.domain.submission;

import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;

/** Whose word above a centre needs before it publishes (县级草案、市级初审、省级审核). */
public final class ReviewAbove {
    /** The setting that says up to which level drafts are examined before they are published. */
    public static final String POLICY = "policy.catalogue.review.above";

    /** The setting that says how many working days a centre takes for a list from below. */
    public static final String DAYS = "policy.catalogue.review.days";

    /** Nobody above. */
    public static final String NONE = "none";

    /** So many working days where a centre says nothing. */
    public static final int USUAL_DAYS = 20;

    private ReviewAbove() {}

    /** The level whose word is needed; empty where none above the centre is. */
    public static Optional<Level> demanded(Tenant centre) {
        return Level.parse(centre.policy(POLICY, NONE)).filter(level -> level.isAbove(centre.level()));
    }

    /** How many working days a centre takes for a list from below. */
    public static int days(Tenant centre) {
        return Integer.parseInt(centre.policy(DAYS, String.valueOf(USUAL_DAYS)));
    }

    /**
     * Why a content is not published before centres above have agreed to it.
     *
     * @param given what they have agreed to, if they have
     * @param isOnItsWay whether the draft has been sent up and has no answer yet
     */
    public static Optional<ProblemException> refusal(
            Tenant centre, Optional<Approval> given, boolean isOnItsWay, String content) {
        Optional<Level> level = demanded(centre);
        if (level.isEmpty()
                || given.filter(approval -> holds(approval, level.get(), content))
                        .isPresent()) {
            return Optional.empty();
        }
        String why;
        if (isOnItsWay) {
            why = "approval.on-its-way";
        } else if (given.isEmpty()) {
            why = "approval.missing";
        } else {
            why = given.get().content().equals(content) ? "approval.too-low" : "approval.of-other-content";
        }
        return Optional.of(new ProblemException(
                CatalogueError.APPROVAL_MISSING,
                LocalizedMessage.of(ReviewAbove.class, why, level.get().label())));
    }

    private static boolean holds(Approval approval, Level level, String content) {
        return approval.content().equals(content) && !level.isAbove(approval.level());
    }
}
