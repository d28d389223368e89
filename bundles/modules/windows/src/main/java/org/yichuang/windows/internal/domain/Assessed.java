package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.FindingRule;

/**
 * What is assessed: six indicators of each of the seven categories, a hundred points together (C2.8, K13). One whose
 * figure no module here has, or of which nothing could happen, has no base.
 */
public enum Assessed {
    /** Items that have entered, of those that the statement of responsibility hands over. */
    ENTRY(AssessmentCategory.AUTHORITY, 3, Rule.rate("windows.entered", 0, 100)),
    /** The five rights. */
    HANDLING(AssessmentCategory.AUTHORITY, 3, Rule.rate("windows.authorised-handling", 0, 100)),
    /** Making out and decision. */
    APPROVAL(AssessmentCategory.AUTHORITY, 3, Rule.rate("windows.authorised-approval", 0, 80)),
    /** The section that approves has come as a whole body. */
    SECTION(AssessmentCategory.AUTHORITY, 2, Rule.rate("windows.sections-whole", 0, 100)),
    /** B was there. */
    PRESENCE(AssessmentCategory.AUTHORITY, 2, Rule.rate("windows.representatives-present", 60, 100)),
    /** Cases handled outside of the hall. */
    OUTSIDE(AssessmentCategory.AUTHORITY, 2, Rule.count(FindingRule.OUTSIDE, "0.5")),
    /** Cases done in time. */
    ON_TIME(AssessmentCategory.EFFICIENCY, 5, Rule.rate("cases.on-time", 90, 100)),
    /** Cases done earlier than promised. */
    EARLY(AssessmentCategory.EFFICIENCY, 3, Rule.rate("cases.early", 0, 80)),
    /** Cases done on the day of their acceptance. */
    SAME_DAY(AssessmentCategory.EFFICIENCY, 3, Rule.rate("cases.same-day", 0, 60)),
    /** Yellow and red cards. */
    CARDS(AssessmentCategory.EFFICIENCY, 3, Rule.number("supervision.cards", "1")),
    /** How much shorter promises are than the law. */
    COMPRESSION(AssessmentCategory.EFFICIENCY, 3, Rule.rate("catalogue.compression", 0, 60)),
    /** Own branches of joint cases in time. */
    BRANCHES(AssessmentCategory.EFFICIENCY, 3, Rule.rate("cases.branches-on-time", 90, 100)),
    /** One-time notices by which the application was complete. */
    FIRST_NOTICE(AssessmentCategory.NOTICE, 3, Rule.rate("cases.first-notice", 60, 100)),
    /** Demands that came later. */
    SECOND_NOTICE(AssessmentCategory.NOTICE, 3, Rule.number("cases.second-notices", "0.5")),
    /** Refusals although everything was there. */
    COMPLETE_REFUSED(AssessmentCategory.NOTICE, 3, Rule.number("cases.complete-refused", "1")),
    /** Acceptances by the passing of the limit. */
    DEEMED(AssessmentCategory.NOTICE, 2, Rule.number("cases.deemed-accepted", "1")),
    /** Online applications reviewed within the days that are promised. */
    PRE_REVIEW(AssessmentCategory.NOTICE, 2, Rule.rate("cases.online-reviewed-on-time", 80, 100)),
    /** Enquiries answered in time. */
    ENQUIRIES(AssessmentCategory.NOTICE, 2, Rule.rate("windows.enquiries-on-time", 80, 100)),
    /** Good ratings. */
    SATISFIED(AssessmentCategory.SERVICE, 4, Rule.rate("ratings.good", 80, 100)),
    /** Cases that were rated. */
    RATED(AssessmentCategory.SERVICE, 2, Rule.rate("ratings.participation", 0, 60)),
    /** Bad ratings whose givers were called. */
    CALL_BACKS(AssessmentCategory.SERVICE, 3, Rule.rate("ratings.called-back", 80, 100)),
    /** Complaints that were upheld. */
    UPHELD(AssessmentCategory.SERVICE, 2, Rule.number("supervision.complaints-upheld", "1")),
    /** Complaints answered in time. */
    COMPLAINTS(AssessmentCategory.SERVICE, 2, Rule.rate("ratings.complaints-on-time", 80, 100)),
    /** How long people wait, in seconds. */
    WAIT(AssessmentCategory.SERVICE, 2, Rule.rate("windows.wait", 1800, 600)),
    /** Punches made of those due. */
    ATTENDANCE(AssessmentCategory.DISCIPLINE, 4, Rule.rate("windows.attendance", 80, 100)),
    /** Days on which somebody was late or went early. */
    LATE_EARLY(AssessmentCategory.DISCIPLINE, 3, Rule.number("windows.late-early", "0.2")),
    /** Absences of more than 20 minutes. */
    OVERRUNS(AssessmentCategory.DISCIPLINE, 2, Rule.number("windows.absences-overrun", "0.5")),
    /** What the patrol has found. */
    PATROL(AssessmentCategory.DISCIPLINE, 2, Rule.count(FindingRule.DISCIPLINE, "0.5")),
    /** Leaders who have come as often as they should. */
    LEADERS(AssessmentCategory.DISCIPLINE, 2, Rule.rate("windows.leaders-came", 0, 100)),
    /** Examinations that were passed. */
    EXAMS(AssessmentCategory.DISCIPLINE, 2, Rule.rate("windows.exams-passed", 60, 100)),
    /** What has to be disclosed is. */
    DISCLOSURE(AssessmentCategory.OPENNESS, 2, Rule.rate("disclosure.complete", 60, 100)),
    /** Results that were published. */
    PUBLISHED(AssessmentCategory.OPENNESS, 2, Rule.rate("disclosure.published", 60, 100)),
    /** Fees off the standard. */
    FEES(AssessmentCategory.OPENNESS, 2, Rule.count(FindingRule.FEE_STANDARD, "1")),
    /** Payments elsewhere. */
    ELSEWHERE(AssessmentCategory.OPENNESS, 2, Rule.count(FindingRule.PAID_ELSEWHERE, "1")),
    /** Entries of the seal for documents. */
    SEALS(AssessmentCategory.OPENNESS, 1, Rule.rate("windows.sealed", 80, 100)),
    /** Online questions answered in time. */
    ONLINE(AssessmentCategory.OPENNESS, 1, Rule.rate("disclosure.answered-on-time", 80, 100)),
    /** Badges and uniforms. */
    UNIFORMS(AssessmentCategory.IMAGE, 2, Rule.count(FindingRule.UNIFORM, "0.2")),
    /** Tidiness. */
    TIDY(AssessmentCategory.IMAGE, 2, Rule.count(FindingRule.TIDINESS, "0.2")),
    /** Deeds for a hundred cases. */
    DEEDS(AssessmentCategory.IMAGE, 2, Rule.rate("windows.deeds-share", 0, 30)),
    /** Suggestions that were adopted. */
    SUGGESTIONS(AssessmentCategory.IMAGE, 2, Rule.rate("windows.suggestions-adopted", 0, 60)),
    /** Banners and letters. */
    THANKS(AssessmentCategory.IMAGE, 1, Rule.rate("windows.thanks-share", 0, 10)),
    /** What other windows and a questionnaire say. */
    VOTE(AssessmentCategory.IMAGE, 1, Rule.rate("windows.questionnaire", 60, 100));

    private final AssessmentCategory category;
    private final BigDecimal weight;
    private final Rule rule;

    Assessed(AssessmentCategory category, int weight, Rule rule) {
        this.category = category;
        this.weight = BigDecimal.valueOf(weight);
        this.rule = rule;
    }

    /**
     * How points come of a figure.
     *
     * @param figure the id of the figure
     * @param finding to what the figure is narrowed; null for nothing
     * @param floor the value that brings nothing; null for a number that costs points
     * @param target the value that brings all; null likewise
     * @param step what each costs; null for a rate
     */
    public record Rule(String figure, FindingRule finding, BigDecimal floor, BigDecimal target, BigDecimal step) {
        private static Rule rate(String figure, int floor, int target) {
            return new Rule(figure, null, BigDecimal.valueOf(floor), BigDecimal.valueOf(target), null);
        }

        private static Rule number(String figure, String step) {
            return new Rule(figure, null, null, null, new BigDecimal(step));
        }

        private static Rule count(FindingRule finding, String step) {
            return new Rule("windows.findings", finding, null, null, new BigDecimal(step));
        }

        /** Whether it is a number of which each costs points. */
        public boolean isCount() {
            return step != null;
        }
    }

    /** Its name for ever. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** That of a key. */
    public static Optional<Assessed> of(String key) {
        for (Assessed each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Assessed.class, "assessed." + key());
    }

    public AssessmentCategory category() {
        return category;
    }

    /** Of a hundred, before anything is spread. */
    public BigDecimal weight() {
        return weight;
    }

    public Rule rule() {
        return rule;
    }
}
