package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/**
 * Somebody has asked something (咨询): whoever was asked first stays responsible until it is answered (首问负责制,
 * M-WIN-1), and nobody says "no" without "how" (M-WIN-2).
 */
@Entity(name = "Enquiry")
@Table(name = "WINDOWS_ENQUIRY")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Enquiry extends Kept<Enquiry.Course> {
    @Column(name = "DAY_ON")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private EnquiryState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL")
    private EnquiryChannel channel;

    @Column(name = "FIRST_ASKED")
    private String firstAsked;

    @Column(name = "HOLDER")
    private String holder;

    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "DUE_ON")
    private LocalDate due;

    @Column(name = "ANSWERED_ON")
    private LocalDate answeredOn;

    @Column(name = "ASKER")
    private String account;

    @Column(name = "KEY_DIGEST")
    private String keyDigest;

    protected Enquiry() {} // for JPA

    /** Somebody has asked; whoever they have asked first answers for it. */
    public static Enquiry opened(
            String id, StaffMember by, EnquiryChannel channel, String asker, String question, Now now) {
        Enquiry made = come(id, channel, new Course(asker, question, "", "", null, List.of()), now);
        made.answeredBy(by);
        made.move(EnquiryState.OPEN, "open", "", now);
        return made;
    }

    /**
     * Somebody has asked from home (网上咨询): the first who takes it answers for it.
     *
     * @param account by which they sign in; empty for somebody who has not signed in
     * @param keyDigest by what the code is known that opens it
     */
    public static Enquiry asked(String id, String asker, String account, String keyDigest, String question, Now now) {
        Enquiry made = come(id, EnquiryChannel.ONLINE, new Course(asker, question, "", "", null, List.of()), now);
        made.firstAsked = "";
        made.holder = "";
        made.window = "";
        made.department = "";
        made.account = account.isEmpty() ? null : account;
        made.keyDigest = keyDigest;
        String by = asker.isEmpty() ? Actor.ANONYMOUS.name() : Masking.name(true, asker);
        made.move(EnquiryState.OPEN, new Note(now.context().at(), "ask", by, ""));
        return made;
    }

    private static Enquiry come(String id, EnquiryChannel channel, Course course, Now now) {
        Enquiry made = new Enquiry();
        made.id = id;
        made.day = now.today();
        made.channel = channel;
        made.due = Deadlines.addWorkdays(now.today(), AssessmentPolicy.enquiryDays(now.centre()), now.calendar());
        made.held = course;
        return made;
    }

    private void answeredBy(StaffMember by) {
        firstAsked = by.account();
        holder = by.account();
        window = by.window();
        department = by.held().departments().get(0);
        held = new Course(held.asker(), held.question(), by.name(), by.name(), null, held.notes());
    }

    /**
     * What is known of it.
     *
     * @param asker who has asked; empty for somebody who does not say
     * @param firstName the name of whoever was asked first; empty before anybody has taken it
     * @param holderName the name of whoever has it in hand; empty likewise
     * @param answer what was answered; null before
     */
    public record Course(
            String asker, String question, String firstName, String holderName, Answer answer, List<Note> notes) {
        public Course {
            asker = asker == null ? "" : asker;
            firstName = firstName == null ? "" : firstName;
            holderName = holderName == null ? "" : holderName;
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /**
     * An answer.
     *
     * @param negative whether it says that something cannot be done
     * @param how how it can be done instead; empty where it can
     */
    public record Answer(String words, boolean negative, String how) {
        public Answer {
            how = how == null ? "" : how;
        }
    }

    /**
     * Whoever takes what was asked from home is the one who was asked first.
     *
     * @throws ProblemException {@code enquiry-state}, {@code enquiry-taken}
     */
    public void take(StaffMember by, Now now) {
        requireOpen();
        if (isTaken()) {
            throw ProblemException.of(WindowsError.ENQUIRY_TAKEN, held.firstName());
        }
        answeredBy(by);
        move(EnquiryState.OPEN, "take", "", now);
    }

    /** Whether somebody is responsible for it. */
    public boolean isTaken() {
        return !firstAsked.isEmpty();
    }

    /** Whether somebody has it in hand, or was asked first. */
    public boolean isInHandOf(String someone) {
        return holder.equals(someone) || firstAsked.equals(someone);
    }

    /**
     * Somebody else answers it; whoever was asked first stays responsible.
     *
     * @throws ProblemException {@code enquiry-unknown}, {@code enquiry-state}
     */
    public void handOver(StaffMember to, String words, Now now) {
        requireInHand(now);
        give(to, "hand-over", words, now);
    }

    /**
     * Whoever manages the hall has somebody else answer it, who was asked first where nobody has taken it.
     *
     * @throws ProblemException {@code enquiry-state}
     */
    public void assign(StaffMember to, String words, Now now) {
        requireOpen();
        if (!isTaken()) {
            answeredBy(to);
        }
        give(to, "assign", words, now);
    }

    private void give(StaffMember to, String step, String words, Now now) {
        holder = to.account();
        held = new Course(held.asker(), held.question(), held.firstName(), to.name(), null, held.notes());
        move(EnquiryState.OPEN, step, to.name() + " " + words, now);
    }

    /**
     * It is answered.
     *
     * @throws ProblemException {@code answer-how} for a "no" without a way out, {@code enquiry-unknown}, {@code
     *     enquiry-state}
     */
    public void answer(Answer answer, Now now) {
        requireInHand(now);
        if (answer.negative() && answer.how().isBlank()) {
            throw ProblemException.of(WindowsError.ANSWER_HOW);
        }
        answeredOn = now.today();
        held = new Course(held.asker(), held.question(), held.firstName(), held.holderName(), answer, held.notes());
        move(EnquiryState.ANSWERED, "answer", "", now);
    }

    private void requireInHand(Now now) {
        if (!isInHandOf(now.account())) {
            throw ProblemException.of(WindowsError.ENQUIRY_UNKNOWN);
        }
        requireOpen();
    }

    private void requireOpen() {
        if (state != EnquiryState.OPEN) {
            throw ProblemException.of(WindowsError.ENQUIRY_STATE, state.label());
        }
    }

    private void move(EnquiryState next, String step, String words, Now now) {
        move(next, Note.of(step, words, now));
    }

    private void move(EnquiryState next, Note note) {
        state = next;
        held = new Course(
                held.asker(),
                held.question(),
                held.firstName(),
                held.holderName(),
                held.answer(),
                Kept.noted(held.notes(), note));
        steps++;
    }

    /** Whether it was answered in time; empty while there is still time. */
    public Optional<Boolean> isInTime(LocalDate today) {
        if (answeredOn != null) {
            return Optional.of(!answeredOn.isAfter(due));
        }
        return today.isAfter(due) ? Optional.of(false) : Optional.empty();
    }

    /** When it was asked. */
    public LocalDate day() {
        return day;
    }

    public EnquiryState state() {
        return state;
    }

    public EnquiryChannel channel() {
        return channel;
    }

    /** The account of whoever has asked from home; empty where they have not signed in. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** By what the code is known that opens it; empty where there is none. */
    public Optional<String> keyDigest() {
        return Optional.ofNullable(keyDigest);
    }

    /** The number of the window of whoever was asked first; empty before anybody has taken it. */
    public String window() {
        return window;
    }

    @Override
    public String department() {
        return department;
    }

    /** The last day for an answer. */
    public LocalDate due() {
        return due;
    }

    /** When it was answered. */
    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.EnquiryMoved(channel, state, due, answeredOn);
    }
}
