package org.yichuang.ratings.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Scale;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about ratings. */
public final class RatingPolicy {
    private static final String ANSWERED = "clearly-answered";

    /** The events of a case about which may be asked. */
    public static final List<String> SERVICES = List.of(
            "accepted",
            "deemed-accepted",
            "correction-notified",
            "upper-asked",
            "not-accepted",
            "refused",
            "issued",
            "delivered",
            "withdrawn",
            "lapsed",
            ANSWERED,
            "grant-ended");

    /** About which of them is asked. */
    public static final SettingDefinition ASKED = SettingDefinition.list(
            "policy.ratings.services",
            "accepted,deemed-accepted,correction-notified,upper-asked,not-accepted,refused,issued,delivered",
            SERVICES);

    /** How many days after the service a rating may be given. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.ratings.days", 15, 1, 90);

    /** Among which grades is chosen. */
    public static final SettingDefinition SCALE = SettingDefinition.choice(
            "policy.ratings.scale",
            Scale.FIVE.name().toLowerCase(Locale.ROOT),
            Arrays.stream(Scale.values())
                    .map(scale -> scale.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new));

    /** Of which services whoever handed in online is asked: {@code once} a case, or of {@code each}. */
    public static final SettingDefinition ONLINE =
            SettingDefinition.choice("policy.ratings.online", "once", "once", "each");

    /** What is asked about for itself: whether people know from a notice what is missing. */
    public static final Set<String> NOTICES = Set.of("correction-notified", "upper-asked");

    private static final String ISSUED = "issued";
    private static final String NOT_ACCEPTED = "not-accepted";
    /** How a case ends that nobody has accepted. */
    private static final Set<String> NEVER_ACCEPTED = Set.of(NOT_ACCEPTED, ANSWERED, "lapsed");

    private static final Set<String> ACCEPTED = Set.of("accepted", "deemed-accepted");
    private static final String DELIVERED = "delivered";

    /** The events that conclude a case: after them whoever had it is called. */
    public static final Set<String> CONCLUDED =
            Set.of(NOT_ACCEPTED, "refused", ISSUED, "withdrawn", "lapsed", ANSWERED, "grant-ended");

    /** Until how many days after they were collected cards are entered. */
    static final SettingDefinition CARDS_WITHIN =
            SettingDefinition.number("policy.ratings.cards.within.days", 60, 1, 365);

    /** Within how many working days whoever is not content is contacted (R3-27). */
    static final SettingDefinition CONTACT = SettingDefinition.number("policy.ratings.contact.days", 1, 1, 20);

    /** Within how many working days is put right what is clear. */
    static final SettingDefinition SIMPLE = SettingDefinition.number("policy.ratings.rectify.days", 5, 1, 60);

    /** Within how many working days is put right what takes longer. */
    static final SettingDefinition COMPLEX =
            SettingDefinition.number("policy.ratings.rectify.complex.days", 15, 1, 120);

    /** Within how many working days is looked whether it is put right, and for how many they are asked again. */
    static final SettingDefinition RECHECK = SettingDefinition.number("policy.ratings.recheck.days", 5, 1, 60);

    /** Within how many working days whoever had a case is called. */
    static final SettingDefinition CALL = SettingDefinition.number("policy.ratings.call-back.days", 5, 1, 60);

    /** After how many working days whoever was not reached is called again. */
    static final SettingDefinition CALL_AGAIN =
            SettingDefinition.number("policy.ratings.call-back.again.days", 1, 1, 20);

    /** Until how many days after its end a case is called about at all, e.g. when the module was off. */
    static final SettingDefinition CALL_WITHIN =
            SettingDefinition.number("policy.ratings.call-back.within.days", 30, 1, 365);

    /** How often somebody is called who is not reached. */
    static final SettingDefinition ATTEMPTS = SettingDefinition.number("policy.ratings.attempts", 3, 1, 10);

    /** Within how many working days is said whether a complaint or a review is taken up (R3-32). */
    static final SettingDefinition ACCEPT = SettingDefinition.number("policy.ratings.complaint.accept.days", 5, 1, 20);

    /** Within how many working days after that a complaint is answered. */
    static final SettingDefinition ANSWER = SettingDefinition.number("policy.ratings.complaint.answer.days", 15, 1, 60);

    /** How many complaints an hour are taken from one address without an account. */
    static final SettingDefinition HOURLY = SettingDefinition.number("policy.ratings.complaint.hourly", 100, 1, 10_000);

    /** Within how many working days after that a refusal is reviewed. */
    static final SettingDefinition REVIEW = SettingDefinition.number("policy.ratings.review.days", 15, 1, 60);

    private RatingPolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(
                ASKED,
                ONLINE,
                DAYS,
                SCALE,
                CARDS_WITHIN,
                CONTACT,
                SIMPLE,
                COMPLEX,
                RECHECK,
                CALL,
                CALL_AGAIN,
                CALL_WITHIN,
                ATTEMPTS,
                ACCEPT,
                ANSWER,
                REVIEW,
                HOURLY);
    }

    /** Whether a centre asks about an event of a case. */
    public static boolean asks(Tenant centre, String service) {
        return words(centre, ASKED).contains(service);
    }

    /** Whether a centre asks about an event of a case that was handed in by a channel. */
    public static boolean asks(Tenant centre, String service, Channel channel) {
        boolean asks = asks(centre, service);
        return asks
                && (!isRatedOnce(centre, channel)
                        || NOTICES.contains(service)
                        || isOnce(words(centre, ASKED), service));
    }

    /** Whether a case that was handed in by a channel is rated once, as a whole (一事一评). */
    public static boolean isRatedOnce(Tenant centre, Channel channel) {
        return channel == Channel.ONLINE && value(centre, ONLINE).equals(ONLINE.usual());
    }

    /** Once a case is when it ends or its result is handed over; where a centre asks of neither, before. */
    private static boolean isOnce(Set<String> asked, String service) {
        boolean isAtTheEnd = asked.contains(ISSUED)
                || asked.contains(DELIVERED)
                || asked.stream().noneMatch(ACCEPTED::contains);
        if (isAtTheEnd) {
            return CONCLUDED.contains(service) || service.equals(DELIVERED) && !asked.contains(ISSUED);
        }
        return ACCEPTED.contains(service) || NEVER_ACCEPTED.contains(service);
    }

    /** Until how many days after they were collected cards are entered. */
    public static int cardsWithin(Tenant centre) {
        return number(centre, CARDS_WITHIN);
    }

    /** How many complaints an hour are taken from one address without an account. */
    public static int hourly(Tenant centre) {
        return number(centre, HOURLY);
    }

    /** For how many days a rating may be given. */
    public static int days(Tenant centre) {
        return number(centre, DAYS);
    }

    /** Among which grades is chosen. */
    public static Scale scale(Tenant centre) {
        return Scale.valueOf(value(centre, SCALE).toUpperCase(Locale.ROOT));
    }

    /** Until how many days after its end a case is called about. */
    public static int callsWithin(Tenant centre) {
        return number(centre, CALL_WITHIN);
    }

    static int number(Tenant centre, SettingDefinition setting) {
        return Integer.parseInt(value(centre, setting));
    }

    static Set<String> words(Tenant centre, SettingDefinition setting) {
        return Arrays.stream(value(centre, setting).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String value(Tenant centre, SettingDefinition setting) {
        return centre.policy(setting.key(), setting.usual()).strip();
    }
}
