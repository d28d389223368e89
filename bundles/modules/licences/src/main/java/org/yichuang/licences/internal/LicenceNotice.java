package org.yichuang.licences.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.notices.api.NoticeTemplate;

/** What holders are told about their results. */
public enum LicenceNotice implements NoticeTemplate {
    REVOKED,
    WITHDRAWN,
    CANCELLED,
    EXPIRED;

    /** The item's name. */
    static final String ITEM = "item";

    /** The number of the certificate. */
    static final String NUMBER = "number";

    /** The centre's name. */
    static final String CENTRE = "centre";

    private static final Duration OLDEST = Duration.ofDays(7);

    /** The message about an act. */
    static LicenceNotice of(LicenceAct.Kind act) {
        return switch (act) {
            case REVOCATION -> REVOKED;
            case WITHDRAWAL -> WITHDRAWN;
            case CANCELLATION -> CANCELLED;
            case EXPIRY -> EXPIRED;
            default -> throw new IllegalArgumentException("Nobody is told of " + act);
        };
    }

    @Override
    public String module() {
        return LicenceEvent.MODULE;
    }

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(LicenceNotice.class, "notice." + kind());
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
        return Set.of(ITEM, NUMBER, CENTRE);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(ITEM, words("example.item"), NUMBER, words("example.number"), CENTRE, words("example.centre"));
    }

    private static String words(String key) {
        return LocalizedMessage.of(LicenceNotice.class, "notice." + key).zh();
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : LocalizedMessage.of(LicenceNotice.class, "notice.subject", title(), facts.get(ITEM))
                        .in(language);
        return new Text(
                subject,
                LocalizedMessage.of(
                                LicenceNotice.class,
                                "notice." + kind() + ".body",
                                facts.get(ITEM),
                                facts.get(NUMBER),
                                facts.get(CENTRE))
                        .in(language));
    }
}
