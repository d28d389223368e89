package org.yichuang.kernel.api;

import java.util.Locale;

/** Words that are what they are. */
record VerbatimMessage(String zh, String en) implements LocalizedMessage {
    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    @Override
    public String toString() {
        return en;
    }
}
