package org.yichuang.ratings.internal;

import java.util.List;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.FollowUp;

/** What a follow-up means for ratings: whoever was not content is asked again, and what a call brings counts. */
class Recheck {
    private final RatingWork ratings;

    Recheck(RatingWork ratings) {
        this.ratings = ratings;
    }

    /** Whether somebody can be asked again: whoever has no account gets no message. */
    boolean canAsk(FollowUp followUp, UnitOfWork unit) {
        return !ratings.account(followUp, unit).isEmpty();
    }

    /** Holds a rating before its follow-up, as whoever gives it does. */
    void hold(String rating, UnitOfWork unit) {
        if (!rating.isEmpty()) {
            ratings.hold(rating, unit);
        }
    }

    /** After somebody has looked whether it was put right. */
    void after(FollowUp done, UnitOfWork unit) {
        if (done.state() == FollowUpState.ASKED_AGAIN) {
            ratings.askAgain(done, unit);
        } else if (done.outcome() == FollowUpOutcome.SET_ASIDE) {
            ratings.setAside(done.rating(), unit);
        }
    }

    /** After a call: what somebody has said is a rating of the case. */
    void called(FollowUp done, Called called, UnitOfWork unit) {
        if (called.grade() != null) {
            ratings.enter(
                    done.service(),
                    new Given(called.grade(), List.of(), called.words()),
                    Source.CALL,
                    unit.context().today(),
                    unit);
        }
    }
}
