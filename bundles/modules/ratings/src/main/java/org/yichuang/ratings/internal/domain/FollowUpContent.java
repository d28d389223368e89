package org.yichuang.ratings.internal.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.ratings.api.FollowUpStep;

/**
 * What a follow-up holds of people, encrypted as a whole.
 *
 * @param name who has complained, or empty
 * @param phone where they can be reached, or empty
 * @param words what was said that is followed up
 * @param notes what has been done
 */
public record FollowUpContent(String name, String phone, String words, List<Note> notes) {
    private static final Set<FollowUpStep> TOLD =
            Set.of(FollowUpStep.ACCEPT, FollowUpStep.REFUSE, FollowUpStep.EXTEND, FollowUpStep.ANSWER);

    public FollowUpContent {
        name = name == null ? "" : name;
        phone = phone == null ? "" : phone;
        words = words == null ? "" : words;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * What was done.
     *
     * @param account who has done it
     * @param by what people call them
     */
    public record Note(Instant at, FollowUpStep step, String account, String by, String words, boolean late) {
        public Note {
            account = account == null ? "" : account;
            by = by == null ? "" : by;
            words = words == null ? "" : words;
        }
    }

    /** The same with one more. */
    FollowUpContent with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new FollowUpContent(name, phone, words, more);
    }

    /** What was last said to whoever has complained, empty for nothing. */
    public String answer() {
        return notes.stream()
                .filter(note -> TOLD.contains(note.step()))
                .map(Note::words)
                .reduce((one, later) -> later)
                .orElse("");
    }

    /** Whether somebody has handled it. */
    boolean isHandledBy(String account) {
        return notes.stream()
                .filter(note -> note.step() == FollowUpStep.CONTACT || note.step() == FollowUpStep.RECTIFY)
                .anyMatch(note -> account.equals(note.account()));
    }

    /** Whether somebody has taken any step. */
    boolean hasSteps(String account) {
        return notes.stream().anyMatch(note -> account.equals(note.account()));
    }

    /** What was last done to put it right or to find out. */
    FollowUpStep lastHandled() {
        return notes.stream()
                .map(Note::step)
                .filter(step -> step == FollowUpStep.CONTACT || step == FollowUpStep.RECTIFY)
                .reduce((one, later) -> later)
                .orElse(FollowUpStep.OPEN);
    }
}
