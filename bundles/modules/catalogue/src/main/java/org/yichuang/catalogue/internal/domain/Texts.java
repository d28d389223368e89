package org.yichuang.catalogue.internal.domain;

import java.util.regex.Pattern;

/** What a text may hold: everything a database can keep and a person can read. */
public final class Texts {
    /** Control characters other than line breaks and tabs, and halves of surrogate pairs. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|\\p{Cs}|\\uFFFE|\\uFFFF");

    private Texts() {}

    /** Tells whether a text has characters that cannot be kept. */
    public static boolean isUnfit(String text) {
        return UNFIT.matcher(text).find();
    }

    /** The text without such characters and without surrounding white space. */
    public static String cleaned(String text) {
        return text == null ? "" : UNFIT.matcher(text).replaceAll("").strip();
    }
}
