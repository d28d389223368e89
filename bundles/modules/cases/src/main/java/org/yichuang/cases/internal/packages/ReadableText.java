package org.yichuang.cases.internal.packages;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;

/** A plain text under Chinese labels, one thing a line. */
final class ReadableText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CallContext.ZONE);

    private final StringBuilder text = new StringBuilder();

    /** @param title its title, as the texts name it */
    ReadableText(String title) {
        text.append(word("title." + title)).append("\n\n");
    }

    ReadableText heading(String key) {
        text.append('\n').append(word(key)).append('\n');
        return this;
    }

    /** A line; nothing for what is not there. */
    ReadableText line(String key, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        return plain(word(key), value instanceof Instant at ? MOMENT.format(at) : value.toString());
    }

    /** A line under a label that is no text of ours. */
    ReadableText plain(String label, String value) {
        text.append(LocalizedMessage.of(ReadableText.class, "line", label, value.replaceAll("\\R", "\n    "))
                        .zh())
                .append('\n');
        return this;
    }

    static String word(String key) {
        return LocalizedMessage.of(ReadableText.class, key).zh();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
