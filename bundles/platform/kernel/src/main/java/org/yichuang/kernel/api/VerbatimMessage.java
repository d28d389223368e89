package org.yichuang.kernel.api;

import java.util.Locale;

/** Words that are what they are. */
record VerbatimMessage(String words) implements LocalizedMessage {
    @Override
    public String in(Locale locale) {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
