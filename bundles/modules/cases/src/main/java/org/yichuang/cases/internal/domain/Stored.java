package org.yichuang.cases.internal.domain;

import java.util.function.Function;

/**
 * A value and the text in which its column keeps it. Each is made of the other at most once, and only when it is asked
 * for: a step that changes the progress of a case neither reads nor writes the JSON of its application.
 *
 * @param <T> the value, which is not changed any more
 */
public abstract class Stored<T> {
    private T value;
    private String text;
    private final Function<String, T> reader;

    /** A new value, which has no text yet. */
    protected Stored(T value) {
        this.value = value;
        this.reader = null;
    }

    /** What a column holds. */
    protected Stored(String text, Function<String, T> reader) {
        this.text = text;
        this.reader = reader;
    }

    /** The value. */
    public T value() {
        if (value == null) {
            value = reader.apply(text);
        }
        return value;
    }

    /** The text; written now when there is none yet. */
    public String text(Function<Object, String> writer) {
        if (text == null) {
            text = writer.apply(value);
        }
        return text;
    }

    /** What was applied for, as its column keeps it. */
    public static final class OfSubmission extends Stored<Submission> {
        /** A new one. */
        public OfSubmission(Submission value) {
            super(value);
        }

        /** One out of its column. */
        public OfSubmission(String text, Function<String, Submission> reader) {
            super(text, reader);
        }
    }

    /** What has become of a case, as its column keeps it. */
    public static final class OfProgress extends Stored<Progress> {
        /** A new one. */
        public OfProgress(Progress value) {
            super(value);
        }

        /** One out of its column. */
        public OfProgress(String text, Function<String, Progress> reader) {
            super(text, reader);
        }
    }
}
