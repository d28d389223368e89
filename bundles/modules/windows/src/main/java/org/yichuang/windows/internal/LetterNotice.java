package org.yichuang.windows.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.windows.api.WindowsEvent;

/** What is told of delegation letters. */
public enum LetterNotice implements NoticeTemplate {
    /** One comes to its end. */
    EXPIRING,
    /** One has come to it. */
    EXPIRED;

    static final String NUMBER = "number";
    static final String DEPARTMENT = "department";
    static final String UNTIL = "until";

    private static final Duration OLDEST = Duration.ofDays(7);

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public String kind() {
        return "letter-" + name().toLowerCase(Locale.ROOT);
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
        return Set.of(NUMBER, DEPARTMENT, UNTIL);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(
                NUMBER, words("example.number").zh(),
                DEPARTMENT, words("example.department").zh(),
                UNTIL, words("example.until").zh());
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(LetterNotice.class, "notice." + key, arguments);
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : words("subject", title(), facts.get(NUMBER)).in(language);
        return new Text(
                subject,
                words(kind() + ".body", facts.get(NUMBER), facts.get(DEPARTMENT), facts.get(UNTIL))
                        .in(language));
    }
}
