package org.yichuang.cases.internal.domain;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/**
 * The limits in what somebody has typed of how a refusal is disputed: sixty days for reconsideration (R1-38), six
 * months for a court, and fifteen days for a court after reconsideration (R1-40). Papers say those of the law whatever
 * was typed; what was typed is shown elsewhere, and so must not say others.
 */
final class TypedRemedies {
    private static final Pattern SENTENCE = Pattern.compile("[^。；;！!\\n]+");
    private static final Pattern LIMIT = Pattern.compile("([0-9一二三四五六七八九十百两]+)\\s*个?(月|工作日|日|天|年)(?=之?内|以内|期限)");
    private static final Pattern RECONSIDERATION = Pattern.compile("复议");
    private static final Pattern COURT = Pattern.compile("诉讼|起诉|法院");
    private static final Pattern AFTER_RECONSIDERATION = Pattern.compile("复议决定");
    private static final Set<String> OF_RECONSIDERATION = Set.of("60日", "六十日", "60天", "六十天");
    private static final Set<String> OF_COURT = Set.of("6月", "六月");
    private static final Set<String> OF_COURT_THEN = Set.of("15日", "十五日", "15天", "十五天");

    private TypedRemedies() {}

    /**
     * Refuses what says another limit than the law.
     *
     * @throws ProblemException {@code fields-invalid} for {@code remedies}
     */
    static void require(String typed) {
        SENTENCE.matcher(TextRules.folded(typed == null ? "" : typed))
                .results()
                .map(MatchResult::group)
                .forEach(TypedRemedies::requireLawful);
    }

    private static void requireLawful(String sentence) {
        boolean isReconsidered = RECONSIDERATION.matcher(sentence).find();
        boolean isTried = COURT.matcher(sentence).find();
        boolean isTriedThen = AFTER_RECONSIDERATION.matcher(sentence).find();
        if (!isReconsidered && !isTried) {
            return;
        }
        LIMIT.matcher(sentence).results().forEach(limit -> {
            String said = limit.group(1) + limit.group(2);
            boolean isLawful = isReconsidered && OF_RECONSIDERATION.contains(said)
                    || isTried && OF_COURT.contains(said)
                    || isTriedThen && OF_COURT_THEN.contains(said);
            if (!isLawful) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "remedies",
                        LocalizedMessage.of(TypedRemedies.class, "remedies.limit", limit.group()));
            }
        });
    }
}
