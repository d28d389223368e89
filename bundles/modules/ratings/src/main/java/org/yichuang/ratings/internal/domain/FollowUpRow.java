package org.yichuang.ratings.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.Grade;

/** What is known of a follow-up; its steps are in {@link FollowUp}. */
@MappedSuperclass
public abstract class FollowUpRow {
    @Id
    @Column(name = "FOLLOW_UP")
    String id;

    @Column(name = "KIND")
    String kind;

    @Column(name = "ABOUT")
    String about;

    @Column(name = "CASE_NUMBER")
    String caseNumber;

    @Column(name = "ITEM")
    String item;

    @Column(name = "ITEM_NAME")
    String itemName;

    @Column(name = "DEPARTMENT")
    String department;

    @Column(name = "WINDOW_NAME")
    String window;

    @Column(name = "CHANNEL")
    String channel;

    @Column(name = "ACTOR")
    String actor = "";

    @Column(name = "RATING")
    String rating;

    @Column(name = "GRADE")
    String grade;

    @Column(name = "STATE")
    String state = "";

    @Column(name = "OUTCOME")
    String outcome = "";

    @Column(name = "OPENED_ON")
    LocalDate openedOn;

    @Column(name = "DUE_ON")
    LocalDate dueOn;

    @Column(name = "WATCH_ON")
    LocalDate watchOn;

    @Column(name = "CLOSED_ON")
    LocalDate closedOn;

    @Column(name = "LATE")
    boolean late;

    @Column(name = "ATTEMPTS")
    int attempts;

    @Column(name = "ACCOUNT")
    String account = "";

    @Column(name = "KEY_DIGEST")
    String keyDigest = "";

    @Column(name = "RECTIFY_BY")
    LocalDate rectifyBy;

    @Column(name = "CONTACTED_ON")
    LocalDate contactedOn;

    @Column(name = "STEPS")
    int steps;

    @Column(name = "CONTENT")
    String content;

    @Column(name = "KEY_NAME")
    String keyName;

    @Column(name = "CHAIN_SEQUENCE")
    long chainSequence;

    @Column(name = "CHAIN_HASH")
    String chainHash = ChainHead.START.hash();

    /** What it holds of people, deciphered. */
    @Transient
    FollowUpContent held;

    /** Whose account has lodged it, empty for nobody's. */
    public String account() {
        return account;
    }

    /** The digest of the code that opens it. */
    public String keyDigest() {
        return keyDigest;
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
        return new Service(about, caseNumber, "", item, itemName, department, window, Channel.valueOf(channel), actor);
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

    /** Whether somebody was spoken to for the first time on a day. */
    public boolean isReachedOn(LocalDate day) {
        return day.equals(contactedOn);
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

    /** Whether somebody has taken any step of it. */
    public boolean hasSteps(String account) {
        return held.hasSteps(account);
    }

    /** Whether it is about what stands on paper: nobody knows who has written it. */
    public boolean isOnPaper() {
        return caseNumber.isEmpty();
    }

    /** Whether somebody has rendered the service that was rated. */
    public boolean isOf(String somebody) {
        return !actor.isEmpty() && actor.equals(somebody);
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
