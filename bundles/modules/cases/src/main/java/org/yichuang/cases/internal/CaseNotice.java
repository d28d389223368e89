package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.tenancy.api.Tenant;

/** What applicants are told about their cases: what has happened, and where the paper is to be read. */
public enum CaseNotice implements NoticeTemplate {
    ACCEPTED("accepted"),
    DEEMED_ACCEPTED("deemed-accepted"),
    /** What {@link #DEEMED_ACCEPTED} is of an application that this centre had asked to correct. */
    DEEMED_ACCEPTED_CORRECTED,
    /** What they have handed in online is ready to be accepted. */
    ONLINE_REVIEW("online-review-passed"),
    /** Nobody has said so within the days that the centre promises. */
    ONLINE_REVIEW_LATE("online-review-overdue"),
    CORRECTION("correction-notified", "upper-asked"),
    ACCEPTANCE_REFUSED("not-accepted"),
    /** Nothing has come by the last day. */
    LAPSED("lapsed"),
    /** It goes on without what was asked for, which may still be brought. */
    GONE_ON("gone-on"),
    /** A centre above waits for no answer any more, as it goes on without one or has handed the file back. */
    QUESTION_GIVEN_UP("question-given-up"),
    /** An answer in writing is promised. */
    ANSWER_PROMISED("answer-promised"),
    /** It is there. */
    ANSWERED("clearly-answered"),
    GRANTED("granted"),
    /** Nobody has decided about the renewal in time. */
    DEEMED_RENEWED("deemed-renewed"),
    REFUSED("refused"),
    /** What was granted comes to nothing. */
    GRANT_ENDED("grant-ended"),
    SUSPENDED("suspended", "upper-suspended", "hearing-requested", "branch-suspended"),
    RESUMED("resumed", "upper-resumed", "branch-resumed"),
    EXTENDED("extended", "upper-extended"),
    /** It is handled specially. */
    SPECIAL("special-handling"),
    /** They may ask for a hearing, for some days. */
    HEARING_RIGHT("hearing-right-notified", "upper-hearing-right"),
    /** Time and place of a hearing are set. */
    HEARING_CONVENED("hearing-convened", "upper-convened"),
    /** It has been held, and its record is there. */
    HEARING_HELD("hearing-held", "upper-heard"),
    /** It is not held. */
    HEARING_OFF("hearing-called-off", "upper-called-off"),
    /** The departments of a joint case come together on one day. */
    APPOINTED("appointed"),
    /** They do not. */
    APPOINTMENT_OFF("appointment-off"),
    /** The day is near by which a material is to follow. */
    PROMISE_DUE("promise-due"),
    /** That day has passed. */
    PROMISE_BROKEN("promise-broken"),
    READY("issued"),
    /** A virus was found in a file of the case: no event of a case. */
    FILE_INFECTED;

    /** The item's name. */
    static final String ITEM = "item";

    /** The case's number. */
    static final String NUMBER = "number";

    /** The name of the centre that did it. */
    static final String CENTRE = "centre";

    /** What is older is no news: the page of the case tells it. */
    static final Duration OLDEST = Duration.ofDays(7);

    private final Set<String> events;

    CaseNotice(String... events) {
        this.events = Set.of(events);
    }

    /** The message that an event is worth, if it is worth one. */
    static Optional<CaseNotice> of(DomainEvent event) {
        return Arrays.stream(values())
                .filter(notice -> notice.events.contains(event.type()))
                .map(notice -> notice == DEEMED_ACCEPTED && isCorrected(event) ? DEEMED_ACCEPTED_CORRECTED : notice)
                .findFirst();
    }

    private static boolean isCorrected(DomainEvent deemed) {
        return !deemed.data().isEmpty()
                && Json.read(deemed.data(), CaseEvent.Accepted.class).corrected();
    }

    /** The types of all events that are worth a message. */
    public static String[] heard() {
        return Arrays.stream(values()).flatMap(notice -> notice.events.stream()).toArray(String[]::new);
    }

    /**
     * Asks for the message.
     *
     * @param centre which did it
     * @param at when it happened
     */
    NoticeService.Request about(CaseRecord file, Tenant centre, Instant at) {
        return new NoticeService.Request(
                module(),
                kind(),
                "case",
                file.number(),
                file.submitter(),
                Map.of(ITEM, file.itemName(), NUMBER, file.number(), CENTRE, centre.name()),
                at);
    }

    @Override
    public String module() {
        return CaseEvent.MODULE;
    }

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(CaseNotice.class, "notice." + kind());
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
        return LocalizedMessage.of(CaseNotice.class, "notice." + key).zh();
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : LocalizedMessage.of(CaseNotice.class, "notice.subject", title(), facts.get(ITEM))
                        .in(language);
        return new Text(
                subject,
                LocalizedMessage.of(
                                CaseNotice.class,
                                "notice." + kind() + ".body",
                                facts.get(ITEM),
                                facts.get(NUMBER),
                                facts.get(CENTRE))
                        .in(language));
    }
}
