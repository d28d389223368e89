package org.yichuang.ratings.internal.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.ratings.api.FollowUpStep;

/**
 * What a follow-up holds of people, encrypted as a whole.
 *
 * @param words what was said that is followed up
 * @param notes what has been done
 */
public record FollowUpContent(String words, List<Note> notes) {
    public FollowUpContent {
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
            words = words == null ? "" : words;
        }
    }

    /** The same with one more. */
    FollowUpContent with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new FollowUpContent(words, more);
    }

    /** Whether somebody has handled it. */
    boolean isHandledBy(String account) {
        return notes.stream()
                .filter(note -> note.step() == FollowUpStep.CONTACT || note.step() == FollowUpStep.RECTIFY)
                .anyMatch(note -> account.equals(note.account()));
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
