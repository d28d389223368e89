package org.yichuang.ratings.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.ratings.api.Channel;
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
import org.yichuang.tenancy.api.SettingDefinition;

/** Something that is followed up: its steps, each with its last day. What was late stays late. */
@Entity(name = "FollowUp")
@Table(name = "RATINGS_FOLLOW_UP")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FollowUp {
    @Id
    @Column(name = "FOLLOW_UP")
    private String id;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "ABOUT")
    private String about;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "WINDOW_NAME")
    private String window;

    @Column(name = "CHANNEL")
    private String channel;

    @Column(name = "RATING")
    private String rating;

    @Column(name = "GRADE")
    private String grade;

    @Column(name = "STATE")
    private String state = "";

    @Column(name = "OUTCOME")
    private String outcome = "";

    @Column(name = "OPENED_ON")
    private LocalDate openedOn;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Column(name = "WATCH_ON")
    private LocalDate watchOn;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "LATE")
    private boolean late;

    @Column(name = "ATTEMPTS")
    private int attempts;

    @Column(name = "STEPS")
    private int steps;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    /** What it holds of people, deciphered. */
    @Transient
    private FollowUpContent held;

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
        this.rating = "";
        this.grade = grade == null ? "" : grade.name();
        this.held = new FollowUpContent(words, List.of());
    }

    /**
     * Somebody was not content.
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
        made.open(FollowUpState.TO_CONTACT, RatingPolicy.CONTACT, now);
        return made;
    }

    /** A case has been concluded. */
    public static FollowUp ofConcluded(String id, Service service, Now now) {
        FollowUp made =
                new FollowUp(id, FollowUpKind.CALL_BACK, service.under(callBackAbout(service.caseNumber())), null, "");
        made.open(FollowUpState.TO_CALL, RatingPolicy.CALL, now);
        return made;
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
        if (!contacted.reached()) {
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
        }
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
        if (isHandledBy(now.context().actor().account())) {
            throw ProblemException.of(RatingError.FOLLOW_UP_OWN);
        }
        if (!verified.confirmed()) {
            step(FollowUpStep.VERIFY, FollowUpState.TO_RECTIFY, RatingPolicy.SIMPLE, verified.words(), now);
        } else if (held.lastHandled() == FollowUpStep.CONTACT) {
            close(FollowUpStep.VERIFY, FollowUpOutcome.SET_ASIDE, verified.words(), now);
        } else if (canBeAsked) {
            step(FollowUpStep.VERIFY, FollowUpState.ASKED_AGAIN, RatingPolicy.RECHECK, verified.words(), now);
        } else {
            close(FollowUpStep.VERIFY, FollowUpOutcome.RECTIFIED, verified.words(), now);
        }
    }

    /** Whoever was asked again has answered; who still is not content is contacted again. */
    public void answered(Grade given, Now now) {
        require(FollowUpStep.ANSWERED);
        if (given.isBad()) {
            attempts = 0;
            step(FollowUpStep.ANSWERED, FollowUpState.TO_CONTACT, RatingPolicy.CONTACT, "", now);
        } else {
            close(FollowUpStep.ANSWERED, FollowUpOutcome.SATISFIED, "", now);
        }
    }

    /** Nobody has answered. */
    public void lapse(Now now) {
        require(FollowUpStep.LAPSE);
        close(FollowUpStep.LAPSE, FollowUpOutcome.NOT_ANSWERED, "", now);
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

    /** A number was opened; no day moves. */
    public void phoneOpened(Now now) {
        require(FollowUpStep.OPEN_PHONE);
        note(FollowUpStep.OPEN_PHONE, "", false, now);
    }

    /** The day has passed on which something was to be done: that it is late is noted once. */
    public void overdue() {
        late = true;
        watchOn = null;
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

    private void note(FollowUpStep step, String words, boolean isLate, Now now) {
        steps++;
        held = held.with(new FollowUpContent.Note(
                now.context().at(),
                step,
                now.context().actor().account(),
                now.context().actor().name(),
                words,
                isLate));
    }

    public String id() {
        return id;
    }

    public FollowUpKind kind() {
        return FollowUpKind.valueOf(kind);
    }

    public FollowUpState state() {
        return FollowUpState.valueOf(state);
    }

    /** How it has ended, null while it goes on. */
    public FollowUpOutcome outcome() {
        return outcome.isEmpty() ? null : FollowUpOutcome.valueOf(outcome);
    }

    /** What it is about. */
    public Service service() {
        return new Service(about, caseNumber, "", item, itemName, department, window, Channel.valueOf(channel));
    }

    /** The rating that it is about, empty for none. */
    public String rating() {
        return rating;
    }

    /** What was said, null where nothing was. */
    public Grade grade() {
        return grade.isEmpty() ? null : Grade.valueOf(grade);
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    /** The last day for what is to be done next, null for nothing. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** When it has ended, null while it goes on. */
    public LocalDate closedOn() {
        return closedOn;
    }

    /** Whether a step was late, or is. */
    public boolean isLate(LocalDate today) {
        return late || dueOn != null && state() != FollowUpState.ASKED_AGAIN && today.isAfter(dueOn);
    }

    public int attempts() {
        return attempts;
    }

    /** How many steps there were, which is its version as well. */
    public int steps() {
        return steps;
    }

    /** Whether somebody has contacted anybody about it, or put it right. */
    public boolean isHandledBy(String account) {
        return held.isHandledBy(account);
    }

    /** What it holds of people. */
    public FollowUpContent held() {
        return held;
    }

    /** It has been deciphered. */
    public void opened(FollowUpContent deciphered) {
        held = deciphered;
    }

    /** What it holds of people, as the database has it. */
    public String content() {
        return content;
    }

    /** It is encrypted anew. */
    public void resealed(Sealed other) {
        content = other.encrypted();
        keyName = other.masterKey();
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
