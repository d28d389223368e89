package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** The cases of one centre, within one transaction. */
public interface CaseFiles {
    /** Adds a new case. */
    void add(CaseFile file);

    /** Returns the case, if there is one. */
    Optional<CaseFile> find(String number);

    /** Reads some cases at once: each of them is at hand when it is asked for. */
    void readAhead(List<String> numbers);

    /** Returns the case that came from a centre below. */
    Optional<CaseFile> fromBelow(String lowerCentre, String lowerNumber);

    /** Notes that departments have had a case and passed it on. */
    void passedOn(String number, Set<String> departments);

    /** Writes what has changed, so that the versions are those after the commit. */
    void flush();

    /**
     * Returns up to {@code most} rows after the place, by due day, then number; of one submitter, or with some words,
     * the newest first.
     */
    List<Row> list(Wanted wanted, Optional<Place> after, int most);

    /** Returns cases in which nothing has been answered and something was due before the day; those after a place. */
    List<Place> unanswered(LocalDate before, Place after, int most);

    /** Returns cases that are to be corrected, where that was due before the day; those after a place. */
    List<Place> uncorrected(LocalDate before, Place after, int most);

    /** Returns cases that were taken in here, are above, and in which something here was due before the day. */
    List<Place> overdueAbove(LocalDate before, Place after, int most);

    /** Returns cases of which something is to be said on a day or was before; those after a place, by that day. */
    List<Place> toWarn(LocalDate day, Place after, int most);

    /** Returns cases of a person that were handed in here, the newest first. */
    List<Row> ofPerson(OfPerson wanted, int most);

    /**
     * Returns rows in which something that was promised is still to follow or to be checked, by the day of that, then
     * number, after a place.
     *
     * @param departments of one of these; none for any
     * @param words folded text in number, applicant or item name; null for any
     */
    List<Row> promised(Set<String> departments, String words, Place after, int most);

    /** Returns cases that were handed in here and in which something is to follow by the day; those after a place. */
    List<Place> promisedBy(LocalDate day, Place after, int most);

    /** Lets cases from before be found by parts of name and number; returns the last, empty if there are no more. */
    Optional<String> makeFindable(String after, int most);

    /** Returns numbers of all cases, after a number. */
    List<String> numbers(String after, int most);

    /** Returns numbers of cases with something due, after a number. */
    List<String> waiting(String after, int most);

    /** Returns numbers of cases with nothing due, after a number: they have ended, or others have to act. */
    List<String> resting(String after, int most);

    /**
     * Returns cases of an item, alone or in a bundle, that were accepted before one and are not decided yet here, in
     * that order ({@link Turn}).
     *
     * @param owner whose item it is
     * @param item its code
     * @param most how many at most
     */
    List<String> acceptedBefore(CaseFile file, String owner, String item, int most);

    /** The digest of the row that a case was read from, empty for a new one. */
    String loadedDigest(CaseFile file);

    /** The digest of the row that a case will be written to; asked last, before its audit entry. */
    String digest(CaseFile file);

    /**
     * Returns the case.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}
     */
    default CaseFile get(String number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    /** The refusal of a case that is not there, or not for the one who asks. */
    static ProblemException unknown(String number) {
        return new ProblemException(
                CaseError.CASE_UNKNOWN, LocalizedMessage.of(CaseFiles.class, "case-unknown", number));
    }

    /** Where a list continues. */
    record Place(LocalDate due, String number) {
        /** Before everything. */
        public static final Place START = new Place(LocalDate.EPOCH, "");
    }

    /**
     * Which cases are wanted; null for any.
     *
     * @param departments of one of these; none for any
     * @param passedOn those that one of the departments has had and none of them has now
     * @param submitter handed in by this account
     * @param words folded text in number, applicant or item name
     * @param provisional those only of which a day hangs on days off of which nobody has spoken yet
     * @param asked those only of which a centre above waits for an answer of the applicant
     */
    record Wanted(
            String state,
            LocalDate dueBefore,
            Set<String> departments,
            boolean passedOn,
            String item,
            String submitter,
            String words,
            boolean provisional,
            boolean asked) {}

    /**
     * Which cases of a person are wanted; null for any.
     *
     * @param idNumber the number of their document, however it is typed
     * @param departments of one of these; none for any
     * @param submitter handed in by this account
     * @param open those only that go on
     */
    record OfPerson(String idNumber, Set<String> departments, String item, String submitter, boolean open) {}

    /** A row of a list: what {@link CaseSummary} needs, as it is stored; whether a person applies may be unknown. */
    record Row(
            String number,
            CaseState state,
            String item,
            String itemName,
            String applicant,
            Boolean person,
            String department,
            Instant receivedAt,
            LocalDate due,
            Limit dueLimit,
            LocalDate lawDue,
            boolean provisional,
            LocalDate promisedUntil,
            String lowerCentre,
            String upperCentre,
            long version) {}
}
