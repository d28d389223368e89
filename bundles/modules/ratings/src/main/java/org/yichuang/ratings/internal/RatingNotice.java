package org.yichuang.ratings.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.tenancy.api.Tenant;

/** What applicants are told about ratings. */
public enum RatingNotice implements NoticeTemplate {
    /** How a service was, they are asked. */
    ASKED,
    /** Whether they know from the notice what is missing, they are asked. */
    NOTICE_ASKED,
    /** Whether they are content now, they are asked. */
    ASKED_AGAIN,
    /** What they have said was found to be mistaken. */
    SET_ASIDE,
    /** The same, when it can be rated no more. */
    SET_ASIDE_CLOSED,
    /** Something has come of a complaint or a review. */
    ANSWERED;

    private static final String ITEM = "item";
    private static final String NUMBER = "number";
    private static final String CENTRE = "centre";
    private static final String LINK = "link";

    /** What is older is not asked by message any more: the page of the case asks. */
    private static final Duration OLDEST = Duration.ofDays(7);

    static RatingNotice of(String service) {
        if (service.equals("asked-again")) {
            return ASKED_AGAIN;
        }
        return RatingPolicy.NOTICES.contains(service) ? NOTICE_ASKED : ASKED;
    }

    /**
     * Asks for the message.
     *
     * @param link where it can be rated without signing in, empty where this deployment has no public address
     * @param at when the service was rendered
     */
    NoticeService.Request about(Service service, String account, String link, Tenant centre, Instant at) {
        return new NoticeService.Request(
                module(),
                kind(),
                "case",
                service.caseNumber(),
                account,
                Map.of(
                        ITEM,
                        service.itemName(),
                        NUMBER,
                        service.caseNumber(),
                        CENTRE,
                        centre.name(),
                        LINK,
                        link.isEmpty() ? words("no-link") : link),
                at);
    }

    /**
     * Asks for the message that something has come of a complaint or a review.
     *
     * @param what complaint or review
     * @param number under which it is found
     * @param link where it is read
     */
    static NoticeService.Request answered(
            LocalizedMessage what, String number, String account, String link, Tenant centre) {
        return new NoticeService.Request(
                RatingEvent.MODULE,
                ANSWERED.kind(),
                "follow-up",
                number,
                account,
                Map.of(ITEM, what.zh(), NUMBER, number, CENTRE, centre.name(), LINK, link));
    }

    @Override
    public String module() {
        return RatingEvent.MODULE;
    }

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(RatingNotice.class, "notice." + kind());
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
        return Set.of(ITEM, NUMBER, CENTRE, LINK);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(
                ITEM,
                words("example.item"),
                NUMBER,
                words("example.number"),
                CENTRE,
                words("example.centre"),
                LINK,
                words("example.link"));
    }

    private static String words(String key) {
        return LocalizedMessage.of(RatingNotice.class, "notice." + key).zh();
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : LocalizedMessage.of(RatingNotice.class, "notice.subject", title(), facts.get(ITEM))
                        .in(language);
        return new Text(
                subject,
                LocalizedMessage.of(
                                RatingNotice.class,
                                "notice." + kind() + ".body",
                                facts.get(ITEM),
                                facts.get(NUMBER),
                                facts.get(CENTRE),
                                facts.get(LINK))
                        .in(language));
    }
}
