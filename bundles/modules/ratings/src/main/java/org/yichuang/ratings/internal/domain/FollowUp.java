package org.yichuang.ratings.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.tenancy.api.SettingDefinition;

/** Something that is followed up: its steps, each with its last day. What was late stays late. */
@Entity(name = "FollowUp")
@Table(name = "RATINGS_FOLLOW_UP")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FollowUp extends FollowUpRow {
    protected FollowUp() {} // for JPA

    private FollowUp(String id, FollowUpKind kind, Service service, Grade grade, String words) {
        this.id = id;
        this.kind = kind.name();
        this.about = service.about();
        this.caseNumber = service.caseNumber();
        this.item = service.item();
        this.itemName = service.itemName();
        this.department = service.department();
        this.window = service.window();
        this.channel = service.channel().name();
        this.actor = service.actor();
        this.rating = "";
        this.grade = grade == null ? "" : grade.name();
        this.held = new FollowUpContent("", "", words, List.of());
    }

    /**
     * Somebody was not content; whoever has filled in a card cannot be contacted, and it is put right at once.
     *
     * @param of the rating
     * @param said what they have said
     */
    public static FollowUp ofBadRating(String id, Rating of, Answer.Said said, Now now) {
        Service about = of.service().under("bad/" + of.id() + "/" + said.ordinal());
        FollowUp made = new FollowUp(
                id,
                FollowUpKind.BAD_RATING,
                about,
                said.given().grade(),
                said.given().words());
        made.rating = of.id();
        if (about.caseNumber().isEmpty()) {
            made.open(FollowUpState.TO_RECTIFY, RatingPolicy.SIMPLE, now);
            made.rectifyBy = made.dueOn;
        } else {
            made.open(FollowUpState.TO_CONTACT, RatingPolicy.CONTACT, now);
        }
        return made;
    }

    /**
     * A case has been concluded.
     *
     * @param ended when, from which the days run
     */
    public static FollowUp ofConcluded(String id, Service service, LocalDate ended, Now now) {
        FollowUp made =
                new FollowUp(id, FollowUpKind.CALL_BACK, service.under(callBackAbout(service.caseNumber())), null, "");
        made.open(FollowUpState.TO_CALL, RatingPolicy.CALL, now);
        made.openedOn = ended;
        made.dueOn = now.after(ended, RatingPolicy.number(now.centre(), RatingPolicy.CALL));
        made.watchOn = made.dueOn;
        return made;
    }

    /**
     * Somebody complains, or asks for a review.
     *
     * @param who who, and by what they open it
     */
    public static FollowUp lodged(String id, FollowUpKind kind, Service service, Lodger who, Now now) {
        FollowUp made = new FollowUp(id, kind, service, null, "");
        made.held = new FollowUpContent(who.name(), who.phone(), who.words(), List.of());
        made.account = who.account();
        made.keyDigest = who.keyDigest();
        made.open(FollowUpState.RECEIVED, RatingPolicy.ACCEPT, now);
        return made;
    }

    /**
     * Whoever complains.
     *
     * @param account whose account, empty for none
     * @param keyDigest the digest of the code that opens it
     */
    public record Lodger(String name, String phone, String words, String account, String keyDigest) {}

    /** Under which there is one review of a case, of those that were asked for one after the other. */
    public static String reviewAbout(String caseNumber, int which) {
        return which == 1 ? "review/" + caseNumber : "review/" + caseNumber + "/" + which;
    }

    /** Under which there is one call-back of a case. */
    public static String callBackAbout(String caseNumber) {
        return "call/" + caseNumber;
    }

    private void open(FollowUpState first, SettingDefinition limit, Now now) {
        openedOn = now.today();
        step(FollowUpStep.OPEN, first, limit, "", now);
    }

    /** Somebody was contacted, or could not be; who cannot be reached is no reason to leave things as they are. */
    public void contact(Contacted contacted, Now now) {
        require(FollowUpStep.CONTACT);
        requireOther(now);
        if (state() == FollowUpState.TO_RECTIFY) {
            findMistaken(contacted, now);
            return;
        }
        if (contacted.reached()) {
            contactedOn = contactedOn == null ? now.today() : contactedOn;
        } else {
            attempts++;
            boolean again = attempts < RatingPolicy.number(now.centre(), RatingPolicy.ATTEMPTS);
            if (again) {
                step(FollowUpStep.CONTACT, FollowUpState.TO_CONTACT, RatingPolicy.CONTACT, contacted.words(), now);
                return;
            }
        }
        if (contacted.reached() && contacted.untrue()) {
            step(FollowUpStep.CONTACT, FollowUpState.TO_VERIFY, RatingPolicy.RECHECK, contacted.words(), now);
        } else {
            SettingDefinition limit = contacted.complex() ? RatingPolicy.COMPLEX : RatingPolicy.SIMPLE;
            step(FollowUpStep.CONTACT, FollowUpState.TO_RECTIFY, limit, contacted.words(), now);
            rectifyBy = rectifyBy == null ? dueOn : rectifyBy;
        }
    }

    /** Nobody can be contacted about a card; it can be found to be mistaken, e.g. to be about somebody else. */
    private void findMistaken(Contacted found, Now now) {
        if (!isOnPaper() || !found.untrue()) {
            throw ProblemException.of(RatingError.FOLLOW_UP_STATE, state().label());
        }
        step(FollowUpStep.CONTACT, FollowUpState.TO_VERIFY, RatingPolicy.RECHECK, found.words(), now);
    }

    /** It was put right. */
    public void rectify(Rectified rectified, Now now) {
        require(FollowUpStep.RECTIFY);
        step(FollowUpStep.RECTIFY, FollowUpState.TO_VERIFY, RatingPolicy.RECHECK, rectified.words(), now);
    }

    /**
     * Somebody else has looked whether it is so.
     *
     * @param canBeAsked whether anybody can be asked again
     */
    public void verify(Verified verified, boolean canBeAsked, Now now) {
        require(FollowUpStep.VERIFY);
        requireOther(now);
        if (isHandledBy(now.context().actor().account())) {
            throw ProblemException.of(RatingError.FOLLOW_UP_OWN);
        }
        if (isFoundMistaken() && isRated(now.context().actor())) {
            throw ProblemException.of(RatingError.FOLLOW_UP_SECTION);
        }
        if (!verified.confirmed()) {
            step(FollowUpStep.VERIFY, FollowUpState.TO_RECTIFY, RatingPolicy.SIMPLE, verified.words(), now);
            rectifyAgain();
        } else if (isFoundMistaken()) {
            close(FollowUpStep.VERIFY, FollowUpOutcome.SET_ASIDE, verified.words(), now);
        } else if (canBeAsked) {
            step(FollowUpStep.VERIFY, FollowUpState.ASKED_AGAIN, RatingPolicy.RECHECK, verified.words(), now);
        } else {
            close(FollowUpStep.VERIFY, FollowUpOutcome.RECTIFIED, verified.words(), now);
        }
    }

    /** Whether somebody works for the department that was rated: it does not say itself that a rating is mistaken. */
    public boolean isRated(Actor actor) {
        return actor.departments().contains(department);
    }

    /** Whether it waits for somebody who is not of the rated department to look whether it is mistaken as was found. */
    public boolean isFoundMistaken() {
        return state() == FollowUpState.TO_VERIFY && held.lastHandled() == FollowUpStep.CONTACT;
    }

    /** What was not put right has no more days than it had. */
    private void rectifyAgain() {
        rectifyBy = rectifyBy == null ? dueOn : rectifyBy;
        dueOn = rectifyBy;
        watchOn = late ? null : dueOn;
    }

    /** Whoever was asked again has answered; who still is not content is contacted again. */
    public void answered(Given given, Now now) {
        require(FollowUpStep.ANSWERED);
        if (given.grade().isBad()) {
            attempts = 0;
            rectifyBy = null;
            grade = given.grade().name();
            step(FollowUpStep.ANSWERED, FollowUpState.TO_CONTACT, RatingPolicy.CONTACT, given.words(), now);
        } else {
            close(FollowUpStep.ANSWERED, FollowUpOutcome.SATISFIED, given.words(), now);
        }
    }

    /** Nobody has answered. */
    public void lapse(Now now) {
        require(FollowUpStep.LAPSE);
        close(FollowUpStep.LAPSE, FollowUpOutcome.NOT_ANSWERED, "", now);
    }

    /** Whoever is not content says more; what was found to be mistaken before is looked into again. */
    public void saidAgain(Given given, Now now) {
        require(FollowUpStep.CHANGED);
        grade = given.grade().name();
        boolean isToBeContacted = isFoundMistaken();
        LocalDate earlier = dueOn;
        go(FollowUpStep.CHANGED, isToBeContacted ? FollowUpState.TO_CONTACT : state(), given.words(), now);
        if (isToBeContacted) {
            LocalDate due = now.within(RatingPolicy.CONTACT);
            dueOn = due.isBefore(earlier) ? due : earlier;
            watchOn = late ? null : dueOn;
        }
    }

    /** Whoever had said it has said something else. */
    public void changed(Now now) {
        require(FollowUpStep.CHANGED);
        close(FollowUpStep.CHANGED, FollowUpOutcome.CHANGED, "", now);
    }

    /** Somebody was called. */
    public void call(Called called, Now now) {
        require(FollowUpStep.CALL);
        if (called.result() == FollowUpOutcome.NOT_REACHED) {
            attempts++;
            if (attempts < RatingPolicy.number(now.centre(), RatingPolicy.ATTEMPTS)) {
                step(FollowUpStep.CALL, FollowUpState.TO_CALL, RatingPolicy.CALL_AGAIN, called.words(), now);
                return;
            }
        }
        grade = called.grade() == null ? "" : called.grade().name();
        close(FollowUpStep.CALL, called.result(), called.words(), now);
    }

    /** It is taken up. */
    public void accept(String words, Now now) {
        require(FollowUpStep.ACCEPT);
        SettingDefinition limit = kind() == FollowUpKind.REVIEW ? RatingPolicy.REVIEW : RatingPolicy.ANSWER;
        step(FollowUpStep.ACCEPT, FollowUpState.ACCEPTED, limit, words, now);
    }

    /** It is not taken up. */
    public void refuse(String words, Now now) {
        require(FollowUpStep.REFUSE);
        close(FollowUpStep.REFUSE, FollowUpOutcome.REFUSED, words, now);
    }

    /** It gets more time, once, as long as its last day has not passed. */
    public void extend(int workingDays, String words, Now now) {
        require(FollowUpStep.EXTEND);
        if (held.notes().stream().anyMatch(note -> note.step() == FollowUpStep.EXTEND)) {
            throw ProblemException.of(RatingError.EXTENDED_BEFORE);
        }
        if (now.today().isAfter(dueOn)) {
            throw ProblemException.of(RatingError.EXTENDED_TOO_LATE);
        }
        LocalDate due = now.after(dueOn, workingDays);
        go(FollowUpStep.EXTEND, FollowUpState.ACCEPTED, words, now);
        dueOn = due;
        watchOn = late ? null : due;
    }

    /** It is answered. */
    public void answer(FollowUpOutcome finding, String words, Now now) {
        require(FollowUpStep.ANSWER);
        close(FollowUpStep.ANSWER, finding, words, now);
    }

    /** A number was opened; no day moves. */
    public void phoneOpened(Now now) {
        require(FollowUpStep.OPEN_PHONE);
        requireOther(now);
        note(FollowUpStep.OPEN_PHONE, "", false, now);
    }

    /** The day has passed on which something was to be done: that it is late is noted once. */
    public void overdue() {
        late = true;
        watchOn = null;
    }

    /** Whoever has rendered the service learns no more of who has rated it, and says nothing of what was said. */
    private void requireOther(Now now) {
        if (kind() == FollowUpKind.BAD_RATING && isOf(now.context().actor().account())) {
            throw ProblemException.of(RatingError.FOLLOW_UP_RATED);
        }
    }

    private void require(FollowUpStep step) {
        if (!FollowUpTable.steps(kind(), state()).contains(step)) {
            throw ProblemException.of(RatingError.FOLLOW_UP_STATE, state().label());
        }
    }

    private void step(FollowUpStep step, FollowUpState next, SettingDefinition limit, String words, Now now) {
        go(step, next, words, now);
        dueOn = now.within(limit);
        watchOn = dueOn;
    }

    private void close(FollowUpStep step, FollowUpOutcome how, String words, Now now) {
        go(step, FollowUpState.CLOSED, words, now);
        outcome = how.name();
        closedOn = now.today();
        dueOn = null;
        watchOn = null;
    }

    private void go(FollowUpStep step, FollowUpState next, String words, Now now) {
        FollowUpState from = state.isEmpty() ? null : state();
        if (!FollowUpTable.leads(kind(), from, step, next)) {
            throw new IllegalStateException(step + " leads from " + from + " to no " + next);
        }
        boolean isLate =
                dueOn != null && step != FollowUpStep.LAPSE && now.today().isAfter(dueOn);
        late |= isLate;
        state = next.name();
        note(step, words, isLate, now);
    }

    /** Who has rated, and has called for a step by that, is not noted: whoever was rated reads it. */
    private void note(FollowUpStep step, String words, boolean isLate, Now now) {
        boolean isOurs = step != FollowUpStep.OPEN && step != FollowUpStep.ANSWERED && step != FollowUpStep.CHANGED;
        steps++;
        held = held.with(new FollowUpContent.Note(
                now.context().at(),
                step,
                isOurs ? now.context().actor().account() : "",
                isOurs ? now.context().actor().name() : "",
                words,
                isLate));
    }
}
