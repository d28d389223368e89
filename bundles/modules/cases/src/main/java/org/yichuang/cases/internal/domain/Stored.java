package org.yichuang.cases.internal.domain;

import java.util.Set;
import java.util.function.Function;

/**
 * A value and the text in which its column keeps it. Each is made of the other at most once, and only when it is asked
 * for: a step that changes the progress of a case does not write the text of its application anew. The text belongs to
 * people and is encrypted, so neither is made before it is said how.
 *
 * @param <T> the value, which is not changed any more
 */
public abstract class Stored<T> {
    private T value;
    private String kept;
    private Function<String, T> reader;

    /** A new value, which has no text yet. */
    protected Stored(T value) {
        this.value = value;
    }

    /** What a column holds. */
    protected Stored(String kept) {
        this.kept = kept;
    }

    /** Says how the text is read. */
    void readBy(Function<String, T> way) {
        reader = way;
    }

    /** Makes the text, if there is none yet; tells whether there was none. */
    boolean writeBy(Function<T, String> way) {
        if (kept != null) {
            return false;
        }
        kept = way.apply(value);
        return true;
    }

    /**
     * The value.
     *
     * @throws NullPointerException when nobody has said how to read it
     */
    public T value() {
        if (value == null) {
            value = reader.apply(kept);
        }
        return value;
    }

    /**
     * The text as the column keeps it.
     *
     * @throws IllegalStateException when it has not been written yet
     */
    public String kept() {
        if (kept == null) {
            throw new IllegalStateException("It is written encrypted, by the repository, before it is stored");
        }
        return kept;
    }

    /** What was applied for, as its column keeps it. */
    public static final class OfSubmission extends Stored<Submission> {
        private Set<String> infected = Set.of();

        /** A new one. */
        public OfSubmission(Submission value) {
            super(value);
        }

        /** One out of its column. */
        public OfSubmission(String kept) {
            super(kept);
        }

        /** Another in its place, of which is known what was found in the files of this one. */
        OfSubmission followedBy(Submission next) {
            OfSubmission following = new OfSubmission(next);
            following.infected = infected;
            return following;
        }

        /** Asks in which of the files that were supplied as promised a scanner has found something. */
        void scannedBy(StoredFiles files) {
            Set<String> supplied = value().suppliedFiles();
            infected = supplied.isEmpty() ? supplied : files.infected(supplied);
        }

        /** The value without those files, as far as promises go. */
        Submission sound() {
            return infected.isEmpty() ? value() : value().without(infected);
        }
    }

    /** What has become of a case, as its column keeps it. */
    public static final class OfProgress extends Stored<Progress> {
        /** A new one. */
        public OfProgress(Progress value) {
            super(value);
        }

        /** One out of its column. */
        public OfProgress(String kept) {
            super(kept);
        }
    }
}
