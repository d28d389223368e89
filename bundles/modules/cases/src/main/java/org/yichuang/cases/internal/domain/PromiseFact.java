package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;

/**
 * What the applicant has promised of a required material that was not there when the application was accepted. A later
 * step puts another one in its place; one that was broken stays so.
 *
 * @param material code of the material
 * @param name its name, as the frozen version has it
 * @param kind that it follows (R3-19), or that what it would show is so (R3-20)
 * @param until the last day on which it follows; of a declaration, by which the centre checks it
 * @param consequence what happens when it is not kept, as the item says; empty for what the law says
 * @param state what has become of it
 * @param remindedOn when the applicant was told that the day is near, or null; of a declaration, when the department
 *     was told last, that it is near or that it has passed
 * @param suppliedOn when the material came, in time or not, or null
 * @param checkedOn when the declaration was checked, or null
 * @param finding what the check has found, or null
 */
public record PromiseFact(
        String material,
        String name,
        PromiseKind kind,
        LocalDate until,
        String consequence,
        PromiseState state,
        LocalDate remindedOn,
        LocalDate suppliedOn,
        LocalDate checkedOn,
        String finding) {
    /** More than any application has. */
    static final int MOST = 50;

    private static final int LONGEST_CODE = 40;
    /** As long as a material's name and the consequence of a declaration may be in a catalogue. */
    private static final int LONGEST_TEXT = 2_000;

    private static final LocalDate EARLIEST = LocalDate.of(1999, 12, 31);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    public PromiseFact {
        consequence = consequence == null ? "" : consequence;
    }

    /** Whether it was told that the day is near; what was noted while a clock was moved on is still to be told. */
    boolean isReminded(LocalDate today) {
        return remindedOn != null && !remindedOn.isAfter(today);
    }

    /** Whether it was told that the day has passed by which it was to be checked. */
    boolean isToldOverdue(LocalDate today) {
        return isReminded(today) && remindedOn.isAfter(until);
    }

    /** The same of a material that somebody else calls otherwise. */
    PromiseFact of(String code) {
        return new PromiseFact(code, name, kind, until, consequence, state, remindedOn, suppliedOn, checkedOn, finding);
    }

    static PromiseFact made(String material, String name, PromiseKind kind, LocalDate until, String consequence) {
        return new PromiseFact(material, name, kind, until, consequence, PromiseState.OPEN, null, null, null, null);
    }

    /** Whether a neighbour has said all of it that is shown, and no more than fits. */
    boolean isTold() {
        return isBounded(material, LONGEST_CODE)
                && isBounded(name, LONGEST_TEXT)
                && kind != null
                && state != null
                && until != null
                && until.isAfter(EARLIEST)
                && until.isBefore(LATEST)
                && consequence.length() <= LONGEST_TEXT
                && (finding == null || finding.length() <= LONGEST_TEXT);
    }

    private static boolean isBounded(String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }

    /** Whether its material is still to come, in time or not; also in place of a declaration that was found untrue. */
    public boolean isOutstanding() {
        return isToFollow() || kind == PromiseKind.DECLARATION && state == PromiseState.BROKEN && suppliedOn == null;
    }

    private boolean isToFollow() {
        return kind == PromiseKind.DEFERRAL && suppliedOn == null;
    }

    /** Whether it is a declaration that nobody has checked yet. */
    public boolean isUnchecked() {
        return kind == PromiseKind.DECLARATION && state == PromiseState.OPEN;
    }

    /** Whether something had to be done by its day, and is not done yet. */
    boolean isAwaited() {
        return isToFollow() || isUnchecked();
    }

    /** Whether its day has passed, and what had to be done by it is not done. */
    public boolean isOverdue(LocalDate today) {
        return isAwaited() && today.isAfter(until);
    }

    /** The same when what was supplied is not there any more: it is to come again, and what was broken stays so. */
    PromiseFact reopened() {
        PromiseState again = state == PromiseState.KEPT ? PromiseState.OPEN : state;
        return new PromiseFact(material, name, kind, until, consequence, again, remindedOn, null, checkedOn, finding);
    }

    PromiseFact supplied(LocalDate day) {
        PromiseState after =
                state == PromiseState.BROKEN || day.isAfter(until) ? PromiseState.BROKEN : PromiseState.KEPT;
        return new PromiseFact(material, name, kind, until, consequence, after, remindedOn, day, checkedOn, finding);
    }

    PromiseFact reminded(LocalDate day) {
        return new PromiseFact(material, name, kind, until, consequence, state, day, suppliedOn, checkedOn, finding);
    }

    PromiseFact broken() {
        return new PromiseFact(
                material,
                name,
                kind,
                until,
                consequence,
                PromiseState.BROKEN,
                remindedOn,
                suppliedOn,
                checkedOn,
                finding);
    }

    PromiseFact checked(boolean kept, String found, LocalDate day) {
        PromiseState after = kept ? PromiseState.KEPT : PromiseState.BROKEN;
        return new PromiseFact(material, name, kind, until, consequence, after, remindedOn, suppliedOn, day, found);
    }
}
