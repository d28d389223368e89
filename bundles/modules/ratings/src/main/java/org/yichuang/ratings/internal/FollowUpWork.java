package org.yichuang.ratings.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.Now;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.FollowUpRows;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.tenancy.api.Tenants;

/** Where every step of a follow-up ends: in its row, its entry and its event. */
class FollowUpWork {
    private final FollowUpRows rows;
    private final Tenants tenants;

    FollowUpWork(FollowUpRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    FollowUpRows rows() {
        return rows;
    }

    Now now(UnitOfWork unit) {
        return new Now(
                unit.context(),
                tenants.get(unit.context().tenant()),
                tenants.calendar(unit.context().tenant()));
    }

    /** What somebody has said is followed up, if it calls for it. */
    void said(Rating rating, Answer.Said said, UnitOfWork unit) {
        Optional<FollowUp> open = open(rating, unit);
        boolean isBad = said.given().grade().isBad();
        if (open.isPresent()) {
            more(open.get(), said, unit);
        } else if (isBad) {
            String id = Rating.newId(unit.context().today());
            FollowUp made = FollowUp.ofBadRating(id, rating, said, now(unit));
            keep(made, FollowUpStep.OPEN, unit);
        }
    }

    /** The one that goes on about a rating, or in which it is asked again. */
    private Optional<FollowUp> open(Rating rating, UnitOfWork unit) {
        Optional<FollowUp> own = rows.ofRating(rating.id(), unit);
        return own.isPresent() || !rating.isAskedAgain()
                ? own
                : rows.held(rating.followUp(), unit).filter(found -> found.state() != FollowUpState.CLOSED);
    }

    /** Whoever was asked again has answered by whatever they say, under the link of then or the first one. */
    private void more(FollowUp open, Answer.Said said, UnitOfWork unit) {
        if (open.state() == FollowUpState.ASKED_AGAIN) {
            open.answered(said.given(), now(unit));
            keep(open, FollowUpStep.ANSWERED, unit);
        } else if (said.given().grade().isBad()) {
            open.saidAgain(said.given(), now(unit));
            keep(open, FollowUpStep.CHANGED, unit);
        } else {
            open.changed(now(unit));
            keep(open, FollowUpStep.CHANGED, unit);
        }
    }

    /** A case has been concluded: once; nobody is called about what ended long ago. */
    void concluded(Service service, LocalDate ended, UnitOfWork unit) {
        boolean isLongAgo = ended.plusDays(RatingPolicy.callsWithin(now(unit).centre()))
                .isBefore(unit.context().today());
        if (!isLongAgo && !rows.isThere(FollowUp.callBackAbout(service.caseNumber()), unit)) {
            FollowUp made = FollowUp.ofConcluded(Rating.newId(ended), service, ended, now(unit));
            keep(made, FollowUpStep.OPEN, unit);
        }
    }

    /** Something was lodged. */
    void opened(FollowUp made, UnitOfWork unit) {
        keep(made, FollowUpStep.OPEN, unit);
    }

    /**
     * Takes a step on one that is there; whoever has seen an older one is refused. Who verifies may be of another
     * department.
     */
    FollowUp take(String id, FollowUpStep step, UnitOfWork unit, BiConsumer<FollowUp, Now> work) {
        FollowUp followUp = rows.held(id, unit)
                .filter(found -> step == FollowUpStep.VERIFY
                        || unit.context().actor().worksFor(found.service().department()))
                .orElseThrow(() -> ProblemException.of(RatingError.FOLLOW_UP_UNKNOWN));
        unit.context().requireVersion(followUp.steps());
        work.accept(followUp, now(unit));
        keep(followUp, step, unit);
        return followUp;
    }

    /** Notes that a day has passed; who was asked again is not waited for any longer. */
    void passed(String id, UnitOfWork unit) {
        rows.held(id, unit).filter(found -> isPassed(found, unit)).ifPresent(found -> {
            if (found.state() == FollowUpState.ASKED_AGAIN) {
                found.lapse(now(unit));
                keep(found, FollowUpStep.LAPSE, unit);
            } else {
                found.overdue();
                rows.keep(
                        found, "overdue", Map.of(), event("follow-up-overdue", FollowUpStep.LAPSE, found, unit), unit);
            }
        });
    }

    private static boolean isPassed(FollowUp found, UnitOfWork unit) {
        return found.dueOn() != null && found.dueOn().isBefore(unit.context().today());
    }

    private void keep(FollowUp followUp, FollowUpStep step, UnitOfWork unit) {
        String type = followUp.state() == FollowUpState.CLOSED
                ? "follow-up-closed"
                : step == FollowUpStep.OPEN ? "follow-up-opened" : "followed-up";
        Map<String, String> details = new HashMap<>(
                Map.of("kind", followUp.kind().name(), "state", followUp.state().name()));
        if (step == FollowUpStep.CONTACT) {
            details.put(
                    "reached",
                    Boolean.toString(followUp.isReachedOn(unit.context().today())));
        }
        rows.keep(followUp, step.word(), details, event(type, step, followUp, unit), unit);
    }

    private static DomainEvent event(String type, FollowUpStep step, FollowUp of, UnitOfWork unit) {
        return RatingRows.event(
                type,
                of.service(),
                new RatingEvent.FollowedUp(
                        of.kind(),
                        step,
                        of.state(),
                        of.outcome(),
                        of.dueOn(),
                        of.isLate(unit.context().today())));
    }
}
