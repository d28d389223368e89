package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsError;

/**
 * What is proposed of a delegation letter.
 *
 * @param previous the number of the letter in whose place it comes; empty for none
 */
public record LetterTerms(String department, LocalDate from, LocalDate until, String previous, LetterContent content) {
    /**
     * Refuses what no letter says.
     *
     * @param excluded those of its items on which the law has the organ itself decide
     * @throws ProblemException {@code letter-same-person}, {@code letter-rank}, {@code letter-excluded}, {@code
     *     fields-invalid}
     */
    void require(Collection<String> excluded, Now now) {
        if (content.a().isSame(content.b())) {
            throw ProblemException.of(WindowsError.LETTER_SAME_PERSON);
        }
        Rank least = WindowsPolicy.rank(now.centre());
        Stream.of(content.a(), content.b())
                .filter(each -> each.rank().compareTo(least) < 0)
                .findFirst()
                .ifPresent(each -> {
                    throw ProblemException.of(
                            WindowsError.LETTER_RANK,
                            least.label(),
                            each.name(),
                            each.rank().label());
                });
        requireFits(now);
        content.full().stream().filter(excluded::contains).findFirst().ifPresent(item -> {
            throw ProblemException.of(WindowsError.LETTER_EXCLUDED, item);
        });
    }

    private void requireFits(Now now) {
        LocalDate latest = WindowsPolicy.latest(from, now.centre());
        if (until.isBefore(from) || until.isAfter(latest)) {
            throw invalid("until", "letter.until", latest);
        }
        if (until.isBefore(now.today())) {
            throw invalid("until", "letter.over", until);
        }
        List<String> items = Stream.concat(content.full().stream(), content.partial().stream())
                .toList();
        if (items.isEmpty()) {
            throw invalid("full", "letter.items");
        }
        if (Set.copyOf(items).size() < items.size()) {
            throw invalid("partial", "letter.twice");
        }
        if (!Right.RECORDED.containsAll(content.recorded())) {
            throw invalid("recorded", "letter.recorded");
        }
    }

    private static ProblemException invalid(String field, String key, Object... arguments) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(LetterTerms.class, key, arguments));
    }
}
