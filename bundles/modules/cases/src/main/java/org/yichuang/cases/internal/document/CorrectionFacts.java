package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Waiting;
import org.yichuang.kernel.api.CallContext;

/** The facts of a notice of what is missing, and of what ends without an answer to it (R1-05, R1-06). */
final class CorrectionFacts {
    private CorrectionFacts() {}

    /** What is asked for, by when, and what follows from silence. */
    static Map<String, String> demanded(CaseFile file, CommandContext now) {
        Progress progress = file.progress();
        List<CorrectionView> all = progress.corrections();
        Map<String, String> facts = new HashMap<>();
        boolean isAccepted = progress.acceptance() != null;
        facts.put("notAcceptedYet", isAccepted ? "" : words("correction.before-acceptance"));
        if (isAccepted && isAskedAbove(file, all)) {
            facts.put("law", ""); // which is of what has not been accepted yet, as is what follows from silence
            facts.put(
                    "unanswered",
                    last(all)
                            .map(CorrectionView::awaitedUntil)
                            .map(last -> words("correction.goes-on-above", day(last, now.calendar())))
                            .orElse("")); // a centre of before has not said until when it waits
        } else {
            facts.put(
                    "unanswered",
                    Waiting.last(progress, file.submission(), now)
                            .map(last -> words("correction.goes-on", day(last, now.calendar())))
                            .orElseGet(() -> words("correction.unanswered")));
        }
        facts.put(
                "correctionUntil",
                limit(progress)
                        .filter(Clock::isRunning)
                        .flatMap(clock -> clock.lastDay(now.calendar()))
                        .map(last -> words("correction.until", day(last, now.calendar())))
                        // what goes on without, or is only asked for from above, is said for itself
                        .orElseGet(() -> isAccepted ? "" : words("correction.open")));
        facts.put(
                "demands",
                last(all).stream()
                        .flatMap(notice -> notice.items().stream())
                        .map(CorrectionItem::demand)
                        .map(DocumentWords::line)
                        .collect(Collectors.joining("\n")));
        facts.put(
                "earlier",
                BranchLetters.earlier(file)
                        .map(CorrectionFacts::on)
                        .distinct()
                        .collect(Collectors.joining(words("comma"))));
        return facts;
    }

    /** The notice that was answered last. */
    static Optional<CorrectionView> answered(Progress progress) {
        return progress.corrections().stream()
                .filter(notice -> notice.answeredAt() != null)
                .max(Comparator.comparing(CorrectionView::answeredAt));
    }

    /** When it was asked for, and by when. */
    static Map<String, String> lapsed(Progress progress, CommandContext now) {
        Map<String, String> facts = new HashMap<>();
        List<CorrectionView> all = progress.corrections();
        last(all).ifPresent(notice -> facts.put("notifiedOn", on(notice)));
        facts.put("whatWasTold", words(all.size() > 1 ? "correction.told-again" : "correction.told-at-once"));
        limit(progress)
                .flatMap(clock -> clock.lastDay(now.calendar()))
                .ifPresent(last -> facts.put("correctionDue", day(last)));
        return facts;
    }

    /** Whether the last demand is the centre's above, to which the case, or a member of it, has gone. */
    private static boolean isAskedAbove(CaseFile file, List<CorrectionView> all) {
        return BranchLetters.asking(file).isPresent()
                || last(all)
                        .filter(asked -> asked.centre().equals(file.upperCentre()))
                        .isPresent();
    }

    private static Optional<Clock> limit(Progress progress) {
        return last(progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.CORRECTION)
                .toList());
    }

    private static String on(CorrectionView notice) {
        return day(notice.notifiedAt().atZone(CallContext.ZONE).toLocalDate());
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
