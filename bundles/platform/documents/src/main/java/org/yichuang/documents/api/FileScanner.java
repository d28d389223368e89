package org.yichuang.documents.api;

import java.io.IOException;
import java.io.OutputStream;

/**
 * SPI (whiteboard): looks for viruses in files. An operator chooses one by its name; {@code clamd} is always here.
 * Where the one that is chosen is not here, does not answer or cannot say, files stay not yet scanned and are tried
 * again. It may be asked by several threads at once.
 */
public interface FileScanner {
    /** Returns the name by which an operator chooses it. */
    String name();

    /** Whether it answers now: asked after a failure, to tell one file's fault from its own. */
    boolean isThere();

    /**
     * Looks at a file, within a time of its own.
     *
     * @throws IOException when it cannot be reached, does not answer in time, or answers what it should not
     */
    Verdict scan(Content content) throws IOException;

    /** The bytes of a file. */
    interface Content {
        /** Returns how many there are. */
        long size();

        /** Writes them, from the first on. */
        void writeTo(OutputStream to) throws IOException;
    }

    /** What a scanner says of a file. */
    enum Result {
        /** There is nothing in it. */
        CLEAN,
        /** There is something in it. */
        INFECTED,
        /** It was not looked at, or not to its end: nobody knows. */
        NOT_EXAMINED
    }

    /**
     * What a scanner says of a file, and why.
     *
     * @param result what it says
     * @param reason what is in it, or why it was not examined, in at most 200 printable characters; empty when clean
     */
    record Verdict(Result result, String reason) {
        private static final int LONGEST = 200;

        public Verdict {
            String printable = reason.replaceAll("[^\\x20-\\x7E]", "?");
            reason = printable.substring(0, Math.min(LONGEST, printable.length()));
        }

        /** There is nothing in it. */
        public static Verdict clean() {
            return new Verdict(Result.CLEAN, "");
        }

        /** There is something in it. */
        public static Verdict infected(String what) {
            return new Verdict(Result.INFECTED, what);
        }

        /** It was not examined. */
        public static Verdict notExamined(String why) {
            return new Verdict(Result.NOT_EXAMINED, why);
        }
    }
}
