package org.yichuang.windows.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.WindowsEvent;

/** What is told to those who have asked from home with an account. */
public enum EnquiryNotice implements NoticeTemplate {
    /** It is answered. */
    ANSWERED;

    private static final String CENTRE = "centre";
    private static final String DAY = "day";
    private static final Duration OLDEST = Duration.ofDays(7);

    /**
     * Asks for the message; the answer itself stays on the page, which opens for the account alone.
     *
     * @param id which enquiry
     * @param day when it was asked
     */
    NoticeService.Request about(String id, LocalDate day, String account, Tenant centre) {
        return new NoticeService.Request(
                module(), kind(), "enquiry", id, account, Map.of(CENTRE, centre.name(), DAY, day.toString()));
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public String kind() {
        return "enquiry-" + name().toLowerCase(Locale.ROOT);
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
        return Set.of(CENTRE, DAY);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(
                CENTRE, words("example.place").zh(), DAY, words("example.until").zh());
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(EnquiryNotice.class, "notice." + key, arguments);
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : words("subject", title(), facts.get(CENTRE)).in(language);
        return new Text(
                subject,
                words(kind() + ".body", facts.get(CENTRE), facts.get(DAY)).in(language));
    }
}
