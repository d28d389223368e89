package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.LetterStep;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.LetterContent.Change;
import org.yichuang.windows.internal.domain.LetterContent.Person;
import org.yichuang.windows.internal.domain.LetterContent.Signatures;
import org.yichuang.windows.internal.domain.LetterContent.Successor;

/**
 * A delegation letter (委托书): by it a department has its representatives at the centre act in its name, on some items,
 * from a day to a day. Its id is its number.
 */
@Entity(name = "DelegationLetter")
@Table(name = "WINDOWS_LETTER")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class DelegationLetter extends Kept<LetterContent> {
    @Column(name = "DEPARTMENT")
    private String department;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private LetterState state;

    @Column(name = "FROM_ON")
    private LocalDate fromOn;

    @Column(name = "UNTIL_ON")
    private LocalDate untilOn;

    @Column(name = "PREVIOUS")
    private String previous;

    @Column(name = "PROPOSED_BY")
    private String proposedBy;

    @Column(name = "ISSUED_ON")
    private LocalDate issuedOn;

    /** The first day on which it holds no more, where that is not the day after its last. */
    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    /** The next day on which something is to be done about it by itself. */
    @Column(name = "WATCH_ON")
    private LocalDate watchOn;

    protected DelegationLetter() {} // for JPA

    /**
     * Proposes one.
     *
     * @param excluded those of its items on which the law has the organ itself decide
     * @throws ProblemException {@code letter-same-person}, {@code letter-rank}, {@code letter-excluded}, {@code
     *     fields-invalid}
     */
    public static DelegationLetter proposed(String number, LetterTerms terms, Collection<String> excluded, Now now) {
        terms.require(excluded, now);
        DelegationLetter made = new DelegationLetter();
        made.id = number;
        made.department = terms.department();
        made.fromOn = terms.from();
        made.untilOn = terms.until();
        made.previous = terms.previous();
        made.proposedBy = now.account();
        made.held = terms.content();
        made.move(LetterState.PROPOSED, LetterStep.PROPOSE, "", now);
        return made;
    }

    /**
     * The centre has looked at those whom it names.
     *
     * @throws ProblemException {@code letter-own} where whoever has proposed it does so, {@code letter-state}
     */
    public void answer(boolean consents, String opinion, Now now) {
        require(LetterState.PROPOSED, now);
        if (proposedBy.equals(now.account())) {
            throw ProblemException.of(WindowsError.LETTER_OWN);
        }
        move(
                consents ? LetterState.CONSENTED : LetterState.OBJECTED,
                consents ? LetterStep.CONSENT : LetterStep.OBJECT,
                opinion,
                now);
    }

    /**
     * All four have signed it.
     *
     * @param others the letters that were issued and hold in the same time
     * @param replaced the one in whose place it comes; what of it was over before stays as it ended
     * @throws ProblemException {@code letter-state}, {@code letter-unsigned}, {@code letter-overlap}, {@code
     *     letter-notice-short} where the other one has announced no change by its first day
     */
    public void issue(Signatures signed, List<DelegationLetter> others, Optional<DelegationLetter> replaced, Now now) {
        require(LetterState.CONSENTED, now);
        if (Stream.of(signed.principal(), signed.seal(), signed.a(), signed.b())
                        .distinct()
                        .count()
                < 4) {
            throw ProblemException.of(WindowsError.LETTER_UNSIGNED);
        }
        replaced.ifPresent(each -> each.requireReplaceable(fromOn, now));
        others.stream()
                .filter(each -> replaced.stream().noneMatch(each::equals))
                .filter(each -> !each.equals(this) && each.isIn(fromOn, untilOn))
                .forEach(this::requireApart);
        issuedOn = now.today();
        held = held.with(signed);
        replaced.filter(each -> each.isToBeFollowed(now.today())).ifPresent(each -> each.follow(fromOn, id, now));
        move(LetterState.IN_FORCE, LetterStep.ISSUE, "", now);
        watch(now);
    }

    private void requireApart(DelegationLetter other) {
        items().stream().filter(other.held::names).findFirst().ifPresent(item -> {
            throw ProblemException.of(WindowsError.LETTER_OVERLAP, item, other.id, other.fromOn, other.last());
        });
    }

    private boolean isIn(LocalDate first, LocalDate last) {
        return issuedOn != null && !fromOn.isAfter(last) && !last().isBefore(first);
    }

    private boolean isGoing() {
        return state == LetterState.IN_FORCE || state == LetterState.CHANGING;
    }

    /** Whether it was issued, has not come to its end by a day, and no other one takes its place yet. */
    public boolean isToBeFollowed(LocalDate day) {
        return isGoing() && !day.isAfter(last()) && held.successor() == null;
    }

    /** Whether the place of it is taken by another one. */
    public boolean isFollowedBy(String other) {
        return isGoing()
                && held.successor() != null
                && held.successor().number().equals(other);
    }

    private void requireReplaceable(LocalDate from, Now now) {
        if (issuedOn == null) {
            throw refused(now);
        }
        boolean isAfterwards = from.isAfter(last());
        boolean isAnnounced =
                state == LetterState.CHANGING && !from.isBefore(held.change().from());
        if (!isAfterwards && !isAnnounced) {
            throw ProblemException.of(
                    WindowsError.LETTER_NOTICE_SHORT, WindowsPolicy.announced(now.today(), now.centre()));
        }
    }

    /** Another one takes its place; until that one begins it goes on. */
    private void follow(LocalDate from, String by, Now now) {
        LocalDate begins = from.isBefore(now.today()) ? now.today() : from;
        if (!begins.isAfter(last())) {
            endedOn = begins;
        }
        held = held.with(new Successor(by, begins));
        if (last().isBefore(now.today())) {
            pass(now);
            return;
        }
        move(state, LetterStep.FOLLOW, by, now);
        watchOn = last().plusDays(1);
    }

    /** The one that was to take its place does not: it goes on as if there had been none. */
    public void goOn(Now now) {
        held = held.with((Successor) null);
        endedOn = null;
        move(state, LetterStep.GO_ON, "", now);
        watch(now);
    }

    /**
     * It is announced that it changes.
     *
     * @throws ProblemException {@code letter-notice-short}, {@code letter-state}
     */
    public void announce(LocalDate from, String words, Now now) {
        require(LetterState.IN_FORCE, now);
        LocalDate first = WindowsPolicy.announced(now.today(), now.centre());
        if (from.isBefore(first)) {
            throw ProblemException.of(WindowsError.LETTER_NOTICE_SHORT, first);
        }
        held = held.with(new Change(from, words));
        move(LetterState.CHANGING, LetterStep.ANNOUNCE, words, now);
    }

    /** The centre takes it back: it holds no more from now on. */
    public void revoke(String reason, Now now) {
        LetterState present = state(now.today());
        if (present != LetterState.IN_FORCE && present != LetterState.CHANGING) {
            throw refused(now);
        }
        endedOn = now.today();
        move(LetterState.REVOKED, LetterStep.REVOKE, reason, now);
        watchOn = null;
    }

    /** Whether something is to be done about it by itself. */
    public boolean isDue(LocalDate today) {
        return watchOn != null && !watchOn.isAfter(today);
    }

    /**
     * Its last day has passed, or comes near.
     *
     * @return what was done
     */
    public LetterStep pass(Now now) {
        if (last().isBefore(now.today())) {
            boolean isReplaced = state(now.today()) == LetterState.REPLACED;
            LetterStep step = isReplaced ? LetterStep.REPLACE : LetterStep.EXPIRE;
            String by = isReplaced ? held.successor().number() : "";
            move(isReplaced ? LetterState.REPLACED : LetterState.EXPIRED, step, by, now);
            watchOn = null;
            return step;
        }
        move(state, LetterStep.WARN, "", now);
        watch(now);
        return LetterStep.WARN;
    }

    /** Looks when to do something next; what of the warnings lies behind counts as one. */
    private void watch(Now now) {
        LocalDate today = now.today();
        watchOn = WindowsPolicy.warnings(now.centre()).stream()
                .map(untilOn::minusDays)
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(untilOn.plusDays(1));
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return issuedOn != null
                && !day.isBefore(fromOn)
                && !day.isBefore(issuedOn)
                && !day.isAfter(untilOn)
                && (endedOn == null || day.isBefore(endedOn));
    }

    /** The last day on which it holds. */
    public LocalDate last() {
        return endedOn == null ? untilOn : endedOn.minusDays(1);
    }

    /** Whether it grants a right on an item, while it holds. */
    public boolean grants(Right right, String item) {
        return held.grants(right, item);
    }

    /** Whether it names an item. */
    public boolean names(String item) {
        return held.names(item);
    }

    /** What an item was called when the letter was proposed. */
    public Optional<String> nameOf(String item) {
        return Optional.ofNullable(held.names().get(item));
    }

    /** Codes of the items that it names. */
    public List<String> items() {
        return Stream.concat(held.full().stream(), held.partial().stream()).toList();
    }

    private void require(LetterState expected, Now now) {
        if (state(now.today()) != expected) {
            throw refused(now);
        }
    }

    private ProblemException refused(Now now) {
        return ProblemException.of(WindowsError.LETTER_STATE, state(now.today()).label());
    }

    private void move(LetterState next, LetterStep step, String words, Now now) {
        state = next;
        held = held.noted(Note.of(step.name(), words, now));
        steps++;
    }

    public Person a() {
        return held.a();
    }

    public Person b() {
        return held.b();
    }

    /** It has been issued as a document. */
    public void onPaper(String document) {
        held = held.onPaper(document);
    }

    /** The id of the document; empty before it was issued. */
    public Optional<String> paper() {
        return Optional.of(held.paper()).filter(each -> !each.isEmpty());
    }

    /** Whose power it is. */
    @Override
    public String department() {
        return department;
    }

    /**
     * Where it stands on a day, whether or not that has been written down: it is in force until its last day, also
     * where another one has been issued for the time from then on.
     */
    public LetterState state(LocalDate day) {
        if (state == LetterState.REPLACED && holds(day)) { // as older versions have kept it
            return held.change() == null ? LetterState.IN_FORCE : LetterState.CHANGING;
        }
        if (!isGoing() || !day.isAfter(last())) {
            return state;
        }
        Successor next = held.successor();
        return next == null || day.isBefore(next.from()) ? LetterState.EXPIRED : LetterState.REPLACED;
    }

    public LocalDate from() {
        return fromOn;
    }

    public LocalDate until() {
        return untilOn;
    }

    /** The number of the letter in whose place it comes; empty for none. */
    public String previous() {
        return previous;
    }

    /** The account of whoever has proposed it. */
    public String proposedBy() {
        return proposedBy;
    }

    /** When all four had signed it. */
    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    /** What has become of it. */
    public WindowsEvent changed(LetterStep step, LocalDate day) {
        return new WindowsEvent.LetterChanged(step, state(day), department, fromOn, untilOn, items().size());
    }
}
