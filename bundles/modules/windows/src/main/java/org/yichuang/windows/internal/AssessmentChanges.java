package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.AssessmentCounting.Asked;
import org.yichuang.windows.internal.AssessmentSubjects.Subject;
import org.yichuang.windows.internal.AssessmentViews.DifferenceView;
import org.yichuang.windows.internal.domain.Assessed;
import org.yichuang.windows.internal.domain.Score;

/** What has changed since an assessment was published. */
final class AssessmentChanges {
    private AssessmentChanges() {}

    /** Who is assessed now and was not when it was published, or was and is not. */
    static List<LocalizedMessage> comeAndGone(Asked asked, List<Score> said, Map<String, Subject> now) {
        Set<String> then =
                said.stream().map(each -> asked.subject(each.subject())).collect(Collectors.toSet());
        List<LocalizedMessage> changes = new ArrayList<>();
        now.forEach((subject, its) -> {
            if (!then.contains(subject)) {
                changes.add(words("assessment.change.come", its.name()));
            }
        });
        said.stream()
                .filter(each -> !now.containsKey(asked.subject(each.subject())))
                .forEach(each -> changes.add(words("assessment.change.gone", each.name())));
        return changes;
    }

    /** What has changed besides figures: whether it is assessed, the veto, the marks. */
    static List<LocalizedMessage> changes(Score said, Optional<Score> present) {
        if (present.isEmpty()) {
            return List.of(words("assessment.change.gone", said.name()));
        }
        Score now = present.get();
        List<LocalizedMessage> changes = new ArrayList<>();
        if (said.vetoed() != now.vetoed()) {
            changes.add(words(now.vetoed() ? "assessment.change.vetoed" : "assessment.change.unvetoed"));
        }
        for (MarkKind kind : MarkKind.values()) {
            String then = mark(said, kind);
            if (!then.equals(mark(now, kind))) {
                changes.add(words("assessment.change.mark", kind.label(), then, mark(now, kind)));
            }
        }
        return changes;
    }

    private static String mark(Score of, MarkKind kind) {
        return Optional.ofNullable(of.marks().get(kind))
                .map(BigDecimal::toPlainString)
                .orElse("\u2014");
    }

    /** What is counted otherwise. */
    static List<DifferenceView> differences(Score said, Optional<Score> now) {
        Map<String, Score.Line> present = now.map(Score::lines).orElse(List.of()).stream()
                .collect(Collectors.toMap(Score.Line::key, Function.identity()));
        List<DifferenceView> all = new ArrayList<>();
        for (Score.Line line : said.lines()) {
            Score.Line its = present.get(line.key());
            Optional<Assessed> assessed = Assessed.of(line.key());
            if (its != null
                    && assessed.isPresent()
                    && (its.numerator() != line.numerator() || its.denominator() != line.denominator())) {
                all.add(new DifferenceView(
                        line.key(),
                        assessed.get().label(),
                        line.numerator(),
                        line.denominator(),
                        its.numerator(),
                        its.denominator()));
            }
        }
        return all;
    }

    private static LocalizedMessage words(String key, Object... of) {
        return LocalizedMessage.of(AssessmentChanges.class, key, of);
    }
}
