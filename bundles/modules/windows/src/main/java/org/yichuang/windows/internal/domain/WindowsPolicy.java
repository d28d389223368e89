package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;

/** What a centre sets about its hall. */
public final class WindowsPolicy {
    private static final String RECORDED = "recorded";
    private static final String REQUIRED = "required";
    private static final String REGISTERED = "registered";
    private static final String BADGE = "badge";
    private static final String PUNCHED = "punched";
    private static final String REPRESENTATIVES = "representatives";
    private static final String ON_DUTY = "on-duty";

    /** Whether what no letter grants is refused, or passes by role and is written down, until all letters are there. */
    static final SettingDefinition LETTERS =
            SettingDefinition.choice("policy.windows.letters", RECORDED, RECORDED, REQUIRED);

    /** Whether nothing is made out that was not sealed (K11). */
    static final SettingDefinition SEALS =
            SettingDefinition.choice("policy.windows.seals", RECORDED, RECORDED, REQUIRED);

    /** From which rank on somebody represents a department (K9). */
    static final SettingDefinition RANK = SettingDefinition.choice(
            "policy.windows.letter.rank",
            Rank.SECTION.name(),
            Stream.of(Rank.values()).map(Rank::name).toArray(String[]::new));

    /** For how many years a letter holds at most (K9). */
    static final SettingDefinition YEARS = SettingDefinition.number("policy.windows.letter.years", 2, 1, 10);

    /** How many months before it takes effect a change is announced (K9). */
    static final SettingDefinition NOTICE = SettingDefinition.number("policy.windows.letter.notice-months", 1, 0, 12);

    /** How many days before its end is told that a letter ends. */
    static final SettingDefinition WARNINGS = SettingDefinition.form(
            "policy.windows.letter.warnings",
            "60,30,7",
            "[1-9]\\d{0,2}(,[1-9]\\d{0,2}){0,5}",
            LocalizedMessage.of(WindowsPolicy.class, "warnings.form"));

    /** Words in the special steps of an item by which the law has the organ itself decide (C2.4). */
    static final SettingDefinition EXCLUDED = SettingDefinition.text("policy.windows.letter.excluded", "", 500);

    /** Who is on duty: whoever has said so or punched that day, everybody with a badge, or who has punched in. */
    static final SettingDefinition PRESENCE =
            SettingDefinition.choice("policy.windows.presence", REGISTERED, REGISTERED, BADGE, PUNCHED);

    /** Who examines: the representatives alone, or everybody who is on duty for the department. */
    static final SettingDefinition EXAMINATION =
            SettingDefinition.choice("policy.windows.examination", REPRESENTATIVES, REPRESENTATIVES, ON_DUTY);

    /** How often a ticket is called before it is passed over. */
    static final SettingDefinition CALLS = SettingDefinition.number("policy.windows.queue.calls", 3, 1, 10);

    /** For how many minutes a ticket is waited for that was called. */
    static final SettingDefinition MINUTES = SettingDefinition.number("policy.windows.queue.minutes", 3, 1, 60);

    /** How many tickets somebody can take from home in a day. */
    static final SettingDefinition TICKETS = SettingDefinition.number("policy.windows.queue.tickets", 3, 1, 50);

    private WindowsPolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(
                LETTERS,
                RANK,
                YEARS,
                NOTICE,
                WARNINGS,
                EXCLUDED,
                PRESENCE,
                EXAMINATION,
                CALLS,
                MINUTES,
                TICKETS,
                SEALS);
    }

    /** Whether nobody acts whom no letter lets act. */
    public static boolean isRequired(Tenant centre) {
        return said(centre, LETTERS).equals(REQUIRED);
    }

    /** Whether nothing is made out that was not sealed. */
    public static boolean isSealRequired(Tenant centre) {
        return said(centre, SEALS).equals(REQUIRED);
    }

    static Rank rank(Tenant centre) {
        return Rank.valueOf(said(centre, RANK));
    }

    /** The last day on which a letter from a day on can end. */
    static LocalDate latest(LocalDate from, Tenant centre) {
        return from.plusYears(Long.parseLong(said(centre, YEARS))).minusDays(1);
    }

    /** The first day on which a change that is announced on a day takes effect. */
    static LocalDate announced(LocalDate day, Tenant centre) {
        return day.plusMonths(Long.parseLong(said(centre, NOTICE)));
    }

    /** How many days before the end is warned, the largest first. */
    static List<Integer> warnings(Tenant centre) {
        return Arrays.stream(said(centre, WARNINGS).split(","))
                .map(each -> Integer.valueOf(each.strip()))
                .sorted((one, other) -> other - one)
                .distinct()
                .toList();
    }

    /** Whether a step of an item is one for which the organ itself decides. */
    public static boolean isExcluded(String step, Tenant centre) {
        String words = said(centre, EXCLUDED);
        String counted = words.isEmpty()
                ? LocalizedMessage.of(WindowsPolicy.class, "excluded.words").zh()
                : words;
        return Arrays.stream(counted.split("[,\uff0c\u3001]"))
                .map(String::strip)
                .anyMatch(word -> !word.isEmpty() && step.contains(word));
    }

    /** Whether nobody is on duty who has not said so that day. */
    public static boolean isRegistered(Tenant centre) {
        return !said(centre, PRESENCE).equals(BADGE);
    }

    /** Whether whoever has punched that they go is away until they punch again. */
    static boolean isPunched(Tenant centre) {
        return said(centre, PRESENCE).equals(PUNCHED);
    }

    /** Whether a right is for the representatives alone (K10). */
    public static boolean isReserved(Right right, Tenant centre) {
        return right == Right.DECIDE
                || right == Right.EXAMINE && said(centre, EXAMINATION).equals(REPRESENTATIVES);
    }

    static int calls(Tenant centre) {
        return Integer.parseInt(said(centre, CALLS));
    }

    static int minutes(Tenant centre) {
        return Integer.parseInt(said(centre, MINUTES));
    }

    /** How many tickets somebody can take from home in a day. */
    public static int tickets(Tenant centre) {
        return Integer.parseInt(said(centre, TICKETS));
    }

    private static String said(Tenant centre, SettingDefinition setting) {
        return centre.policy(setting.key(), setting.usual()).strip();
    }
}
