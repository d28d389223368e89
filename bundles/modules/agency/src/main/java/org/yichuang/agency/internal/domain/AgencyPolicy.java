package org.yichuang.agency.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about its agents. */
public final class AgencyPolicy {
    private static final List<String> WORDS =
            Arrays.stream(Eligibility.values()).map(Eligibility::word).toList();

    /** For which projects agents act (K17). */
    static final SettingDefinition CLASSES = SettingDefinition.list(
            "policy.agency.classes",
            "investment-promotion,foreign-investment,key-construction,public-infrastructure",
            WORDS);

    /** For which projects agents act from the least investment on (K16). */
    static final SettingDefinition ONE_CARD = SettingDefinition.list(
            "policy.agency.one-card.classes", "capital-construction,economic-construction", WORDS);

    /** From which investment on, in fen; the amount itself is enough (500,000 yuan and more). */
    static final SettingDefinition LEAST =
            SettingDefinition.number("policy.agency.one-card.least", 50_000_000L, 0, 1_000_000_000_000_000L);

    /** Within how many working days the centre says whether it consents. */
    static final SettingDefinition CONSENT = SettingDefinition.number("policy.agency.consent.days", 3, 1, 20);

    /** Within how many working days after that an agent is assigned. */
    static final SettingDefinition ASSIGN = SettingDefinition.number("policy.agency.assign.days", 2, 1, 20);

    /** Within how many working days an agent says again how it stands. */
    static final SettingDefinition REPORT = SettingDefinition.number("policy.agency.report.days", 10, 1, 60);

    /** After how many working days the leader of a project is told again of a problem whose day has passed. */
    static final SettingDefinition CHASE = SettingDefinition.number("policy.agency.chase.days", 5, 1, 60);

    /** Within how many working days the centre says whether it consents to joint handling. */
    static final SettingDefinition JOINT = SettingDefinition.number("policy.agency.joint.days", 2, 1, 20);

    /** What leads joint handling where no department does: a section of the centre. */
    static final SettingDefinition SECTION = SettingDefinition.text("policy.agency.joint.section", "", 100);

    /** How many requests for joint handling of one account wait for the centre's answer at once. */
    static final SettingDefinition WAITING = SettingDefinition.number("policy.agency.joint.waiting", 10, 1, 1000);

    private AgencyPolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(CLASSES, ONE_CARD, LEAST, CONSENT, ASSIGN, REPORT, CHASE, JOINT, SECTION, WAITING);
    }

    /** The classes of a centre, in the order in which they are shown. */
    public static List<Eligibility> classes(Tenant centre) {
        Set<String> offered = Stream.concat(words(centre, CLASSES).stream(), words(centre, ONE_CARD).stream())
                .collect(Collectors.toSet());
        return Arrays.stream(Eligibility.values())
                .filter(each -> offered.contains(each.word()))
                .toList();
    }

    /** From which investment on a class is served; nothing where any is enough. */
    public static Money least(Eligibility eligibility, Tenant centre) {
        boolean isAny = words(centre, CLASSES).contains(eligibility.word());
        return new Money(isAny ? 0 : number(centre, LEAST));
    }

    /** @throws ProblemException {@code not-eligible} with the field */
    public static void requireEligible(Eligibility eligibility, Money investment, Tenant centre) {
        if (!classes(centre).contains(eligibility)) {
            LocalizedMessage none = LocalizedMessage.of(AgencyPolicy.class, "eligibility.none", eligibility.label());
            throw refused("eligibility", none);
        }
        Money least = least(eligibility, centre);
        if (investment.fen() < least.fen()) {
            LocalizedMessage less = LocalizedMessage.of(
                    AgencyPolicy.class, "eligibility.less", eligibility.label(), least.yuan(), investment.yuan());
            throw refused("investmentFen", less);
        }
    }

    private static ProblemException refused(String field, LocalizedMessage sentence) {
        return new ProblemException(AgencyError.NOT_ELIGIBLE, sentence, List.of(new FieldProblem(field, sentence)));
    }

    /** The section of a centre that leads where no department does. */
    public static String section(Tenant centre) {
        String said = centre.policy(SECTION.key(), SECTION.usual()).strip();
        return said.isEmpty()
                ? LocalizedMessage.of(AgencyPolicy.class, "joint.section").zh()
                : said;
    }

    /** How many requests for joint handling of one account wait for the centre's answer at once. */
    public static int mostWaiting(Tenant centre) {
        return (int) number(centre, WAITING);
    }

    static long number(Tenant centre, SettingDefinition setting) {
        return Long.parseLong(centre.policy(setting.key(), setting.usual()).strip());
    }

    private static Set<String> words(Tenant centre, SettingDefinition setting) {
        return Arrays.stream(centre.policy(setting.key(), setting.usual()).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
