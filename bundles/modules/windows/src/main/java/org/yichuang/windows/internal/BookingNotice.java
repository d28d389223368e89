package org.yichuang.windows.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.windows.api.WindowsEvent;

/** What is told of appointments to those whose they are. */
public enum BookingNotice implements NoticeTemplate {
    /** It comes near. */
    REMINDER,
    /** A place has become free for them. */
    MOVED_UP,
    /** The centre has called it off. */
    CALLED_OFF,
    /** No place has become free. */
    LAPSED;

    static final String ITEM = "item";
    static final String PLACE = "place";
    static final String WHEN = "when";

    private static final Duration OLDEST = Duration.ofDays(2);

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public String kind() {
        return "booking-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return words(kind());
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.INBOX, Channel.MAIL, Channel.SMS);
    }

    @Override
    public Duration oldest() {
        return OLDEST;
    }

    @Override
    public Set<String> facts() {
        return Set.of(ITEM, PLACE, WHEN);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(
                ITEM, words("example.item").zh(),
                PLACE, words("example.place").zh(),
                WHEN, words("example.when").zh());
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(BookingNotice.class, "notice." + key, arguments);
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : words("subject", title(), facts.get(WHEN)).in(language);
        return new Text(
                subject,
                words(kind() + ".body", facts.get(WHEN), facts.get(PLACE), facts.get(ITEM))
                        .in(language));
    }
}
