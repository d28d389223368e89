package org.yichuang.notices.internal.view;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.Texts;

/** Why a message did not arrive, or may not have, as people read it. */
public final class NoticeReason {
    /** What a server answered, e.g. {@code smtp-550}. */
    private static final Pattern ANSWER = Pattern.compile("(smtp|smpp)-(-?\\d+)");

    private NoticeReason() {}

    /**
     * Says a reason in words.
     *
     * @param word as it stands with the message
     * @param texts the words of the pages
     * @return empty for none; a word that nobody has put into words as it is
     */
    public static String told(String word, Texts texts, Locale locale) {
        if (word.isEmpty()) {
            return "";
        }
        Matcher answer = ANSWER.matcher(word);
        String key = "reason." + (answer.matches() ? answer.group(1) : word);
        String detail = answer.matches() ? answer.group(2) : "";
        return texts.has(key) ? texts.get(locale, key, detail) : word;
    }
}
