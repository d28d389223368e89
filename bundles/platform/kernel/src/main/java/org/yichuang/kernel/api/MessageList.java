package org.yichuang.kernel.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages one behind the other. */
record MessageList(List<LocalizedMessage> messages, LocalizedMessage separator) implements LocalizedMessage {
    static final LocalizedMessage SEPARATOR = LocalizedMessage.of(MessageList.class, "list-separator");

    @Override
    public String in(Locale locale) {
        return messages.stream().map(each -> each.in(locale)).collect(Collectors.joining(separator.in(locale)));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
