package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;

/**
 * What a delegation letter says.
 *
 * @param principal who delegates for the department
 * @param a who acts while B is away (A 角)
 * @param b who is there every day (B 角)
 * @param full codes of the items that are handled to their end
 * @param partial codes of those of which the department decides itself
 * @param recorded what else is delegated for all of them, which no case asks for
 * @param signatures of all four, once it is issued; null before
 * @param change what has been announced; null for nothing
 * @param paper the id of the letter as a document; empty before it is issued
 * @param notes what has become of it
 * @param names what its items were called when it was proposed, by their codes; none in what older versions have kept
 * @param successor which one has been issued to take its place; null for none, and in what older versions have kept
 */
public record LetterContent(
        Person principal,
        Person a,
        Person b,
        List<String> full,
        List<String> partial,
        Set<Right> recorded,
        Signatures signatures,
        Change change,
        String paper,
        List<Note> notes,
        Map<String, String> names,
        Successor successor) {
    public LetterContent {
        names = names == null ? Map.of() : Map.copyOf(names);
        full = full == null ? List.of() : List.copyOf(full);
        partial = partial == null ? List.of() : List.copyOf(partial);
        recorded = recorded == null ? Set.of() : Set.copyOf(recorded);
        paper = paper == null ? "" : paper;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * Somebody whom it names.
     *
     * @param account by which they sign in; empty for the principal, who acts elsewhere
     */
    public record Person(String account, String name, String unit, String post, Rank rank) {
        public Person {
            account = account == null ? "" : account;
        }

        boolean isSame(Person other) {
            return account.equals(other.account()) || name.equals(other.name()) && unit.equals(other.unit());
        }
    }

    /** What has been signed, each as the SHA-256 of the signed original, in hexadecimal digits. */
    public record Signatures(String principal, String seal, String a, String b) {}

    /**
     * An announced change.
     *
     * @param from the first day on which another letter can take its place
     * @param words what will change
     */
    public record Change(LocalDate from, String words) {}

    /**
     * The letter that takes its place.
     *
     * @param number which
     * @param from the first day on which that one holds
     */
    public record Successor(String number, LocalDate from) {}

    LetterContent with(Signatures signed) {
        return new LetterContent(
                principal, a, b, full, partial, recorded, signed, change, paper, notes, names, successor);
    }

    LetterContent with(Change announced) {
        return new LetterContent(
                principal, a, b, full, partial, recorded, signatures, announced, paper, notes, names, successor);
    }

    LetterContent with(Successor next) {
        return new LetterContent(
                principal, a, b, full, partial, recorded, signatures, change, paper, notes, names, next);
    }

    LetterContent onPaper(String document) {
        return new LetterContent(
                principal, a, b, full, partial, recorded, signatures, change, document, notes, names, successor);
    }

    LetterContent noted(Note note) {
        return new LetterContent(
                principal,
                a,
                b,
                full,
                partial,
                recorded,
                signatures,
                change,
                paper,
                Kept.noted(notes, note),
                names,
                successor);
    }

    /** Whether it names an item. */
    boolean names(String item) {
        return full.contains(item) || partial.contains(item);
    }

    /** Whether it grants a right on an item. */
    boolean grants(Right right, String item) {
        return full.contains(item) && Right.FULL.contains(right)
                || partial.contains(item) && Right.PARTIAL.contains(right)
                || names(item) && recorded.contains(right);
    }
}
