package org.yichuang.windows.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** A ticket of the queue (号): its id is its day and its number, as 20261130-A001. */
@Entity(name = "Ticket")
@Table(name = "WINDOWS_TICKET")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Ticket extends Kept<Ticket.Course> {
    private static final int FIRST = 1;

    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "SERIES")
    private String series;

    @Column(name = "ORDINAL")
    private int ordinal;

    /** In which group it waits, which is another one after a transfer. */
    @Column(name = "GROUP_CODE")
    private String group;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private TicketState state;

    @Column(name = "PRIORITY")
    private int priority;

    /** Who has taken it by their account; empty for nobody in particular. */
    @Column(name = "HOLDER")
    private String holder;

    @Column(name = "TAKEN_AT")
    private Instant takenAt;

    /** How many seconds it has waited when it was first called; null before. */
    @Column(name = "WAITED")
    private Integer waited;

    /** The window that has called it, or alone may; empty for any of its group. */
    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "CALLED_AT")
    private Instant calledAt;

    @Column(name = "SERVED_FROM")
    private Instant servedFrom;

    @Column(name = "SERVED_TO")
    private Instant servedTo;

    protected Ticket() {} // for JPA

    /** Somebody takes one. */
    public static Ticket taken(QueueGroup group, int ordinal, Taking taking, Now now) {
        Ticket made = new Ticket();
        made.day = now.today();
        made.series = group.id();
        made.group = group.id();
        made.ordinal = ordinal;
        made.id = now.today().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + made.number();
        made.state = TicketState.WAITING;
        made.priority = taking.first() ? FIRST : 0;
        made.holder = taking.holder();
        made.takenAt = now.context().at();
        made.window = "";
        made.held = new Course(taking.source(), 0, List.of(), false, List.of());
        made.noted("take", "", now);
        return made;
    }

    /**
     * How it is taken.
     *
     * @param first whether whoever has it goes first (绿色通道)
     * @param holder their account; empty for nobody in particular
     */
    public record Taking(TicketSource source, boolean first, String holder) {}

    /**
     * What has become of it.
     *
     * @param calls how often it was called since it waits
     * @param cases numbers of the cases that came of it
     * @param unprinted whether a printer has failed to print it, and it was not printed since
     */
    public record Course(
            TicketSource source, int calls, List<String> cases, boolean unprinted, List<Note> notes) {
        public Course {
            cases = cases == null ? List.of() : List.copyOf(cases);
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        private Course called(int times) {
            return new Course(source, times, cases, unprinted, notes);
        }

        private Course with(List<String> its) {
            return new Course(source, calls, its, unprinted, notes);
        }

        private Course noted(Note note) {
            return new Course(source, calls, cases, unprinted, Kept.noted(notes, note));
        }

        private Course printed(boolean isPrinted) {
            return new Course(source, calls, cases, !isPrinted, notes);
        }
    }

    /** The next one of a window. */
    public void call(String at, Now now) {
        require(TicketState.WAITING);
        state = TicketState.CALLED;
        window = at;
        calledAt = now.context().at();
        if (waited == null) {
            waited = Math.toIntExact(Duration.between(takenAt, calledAt).toSeconds());
        }
        held = held.called(1);
        noted("call", at, now);
    }

    /**
     * It is called once more.
     *
     * @throws ProblemException {@code ticket-gone}, {@code ticket-state}
     */
    public void recall(String at, Now now) {
        require(TicketState.CALLED);
        requireAt(at);
        held = held.called(held.calls() + 1);
        noted("recall", at, now);
    }

    /**
     * Nobody has come.
     *
     * @throws ProblemException {@code ticket-early} before it was called so often, or waited for so long
     */
    public void skip(String at, Now now) {
        require(TicketState.CALLED);
        requireAt(at);
        int calls = WindowsPolicy.calls(now.centre());
        int minutes = WindowsPolicy.minutes(now.centre());
        if (held.calls() < calls && isCalledSince(minutes, now)) {
            throw ProblemException.of(WindowsError.TICKET_EARLY, calls, minutes);
        }
        state = TicketState.NO_SHOW;
        noted("skip", at, now);
    }

    private boolean isCalledSince(int minutes, Now now) {
        return calledAt.plus(Duration.ofMinutes(minutes)).isAfter(now.context().at());
    }

    /**
     * Whoever has it is served; by another window as well where the one that has called it has not begun in time, as
     * when its clerk is gone.
     *
     * @throws ProblemException {@code ticket-gone}, {@code ticket-state}
     */
    public void serve(String at, Now now) {
        require(TicketState.CALLED);
        if (isCalledSince(WindowsPolicy.minutes(now.centre()), now)) {
            requireAt(at);
        }
        state = TicketState.SERVING;
        window = at;
        servedFrom = now.context().at();
        noted("serve", at, now);
    }

    /**
     * They go on to another group, or another window, and have waited since they came.
     *
     * @param only the window; empty for any of the group
     */
    public void transfer(String at, QueueGroup to, String only, Now now) {
        require(TicketState.SERVING);
        requireAt(at);
        state = TicketState.WAITING;
        group = to.id();
        window = only;
        held = held.called(0);
        noted("transfer", to.id() + " " + only, now);
    }

    /** They have been served. */
    public void finish(String at, List<String> cases, Now now) {
        require(TicketState.SERVING);
        requireAt(at);
        state = TicketState.DONE;
        servedTo = now.context().at();
        held = held.with(cases);
        noted("finish", at, now);
    }

    /**
     * A printer has printed it, or not, as when it has no paper; it is a ticket all the same.
     *
     * @throws ProblemException {@code ticket-state} for one that is called no more
     */
    public void printed(boolean isPrinted, Now now) {
        if (!isOpen()) {
            throw ProblemException.of(WindowsError.TICKET_STATE, state.label());
        }
        held = held.printed(isPrinted);
        noted(isPrinted ? "print" : "unprinted", "", now);
    }

    /** The hall has closed: whoever is being served has been, everybody else comes again. */
    public void lapse(Now now) {
        boolean isServed = state == TicketState.SERVING;
        state = isServed ? TicketState.DONE : TicketState.LAPSED;
        noted(isServed ? "finish" : "lapse", "", now);
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return state == TicketState.WAITING || state == TicketState.CALLED || state == TicketState.SERVING;
    }

    private void require(TicketState expected) {
        if (state != expected) {
            throw ProblemException.of(WindowsError.TICKET_STATE, state.label());
        }
    }

    private void requireAt(String at) {
        if (!window.equals(at)) {
            throw ProblemException.of(WindowsError.TICKET_GONE, window);
        }
    }

    private void noted(String step, String words, Now now) {
        held = held.noted(Note.of(step, words, now));
        steps++;
    }

    /** As it is printed and called: A001. */
    public String number() {
        return series + String.format(Locale.ROOT, "%03d", ordinal);
    }

    public LocalDate day() {
        return day;
    }

    /** In which group it waits. */
    public String group() {
        return group;
    }

    public TicketState state() {
        return state;
    }

    /** Whether whoever has it goes first. */
    public boolean isFirst() {
        return priority >= FIRST;
    }

    /** How far ahead of others it goes. */
    public int priority() {
        return priority;
    }

    public Instant takenAt() {
        return takenAt;
    }

    /** How many seconds it waited for its first call. */
    public Optional<Integer> waited() {
        return Optional.ofNullable(waited);
    }

    /** The window that has called it, or alone may; empty for any. */
    public String window() {
        return window;
    }

    /** When it was called last. */
    public Optional<Instant> calledAt() {
        return Optional.ofNullable(calledAt);
    }

    /** Until when whoever has it was served. */
    public Optional<Instant> servedTo() {
        return Optional.ofNullable(servedTo);
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.TicketMoved(group, state, window, takenAt, calledAt, waited, servedFrom, servedTo);
    }
}
