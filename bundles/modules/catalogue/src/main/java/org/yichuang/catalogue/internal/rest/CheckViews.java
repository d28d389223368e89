package org.yichuang.catalogue.internal.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.catalogue.internal.CleanUp.Flagged;
import org.yichuang.catalogue.internal.LimitChecks.Report;
import org.yichuang.catalogue.internal.domain.check.LimitCounts;
import org.yichuang.catalogue.internal.domain.check.LimitFinding;
import org.yichuang.catalogue.internal.domain.check.Severity;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;

/** Checks as they are read. */
public final class CheckViews {
    private CheckViews() {}

    /**
     * A limit that should be shorter.
     *
     * @param days what is told now, or null when nothing is
     * @param most what it should be at most
     * @param excepted whether the item is a named exception
     */
    public record FindingView(
            String code,
            String name,
            String rule,
            String severity,
            Integer days,
            int most,
            boolean excepted,
            String finding) {
        static FindingView of(LimitFinding finding) {
            return new FindingView(
                    finding.code(),
                    finding.name(),
                    finding.rule().name(),
                    finding.severity().name(),
                    finding.days(),
                    finding.most(),
                    finding.excepted(),
                    finding.message().zh());
        }
    }

    /**
     * A catalogue or a round against the policy.
     *
     * @param longDays what is longer by law is promised within so many days
     * @param shortItems how many items are
     * @param shortShare the same in per cent of all, two decimals
     * @param instantItems how many are done on the same day
     * @param hard binding rules that are broken, exceptions not counted
     * @param excepted exceptions
     */
    public record LimitReport(
            int longDays,
            int unlimitedDays,
            int items,
            int shortItems,
            BigDecimal shortShare,
            int instantItems,
            int hard,
            int advice,
            int principle,
            int excepted,
            List<FindingView> findings,
            String next) {
        static LimitReport of(Report report) {
            LimitCounts counts = report.counts();
            return new LimitReport(
                    counts.policy().longDays(),
                    counts.policy().unlimitedDays(),
                    counts.items(),
                    counts.shortItems(),
                    counts.shortShare().orElse(null),
                    counts.instantItems(),
                    counts.count(Severity.HARD),
                    counts.count(Severity.ADVICE),
                    counts.count(Severity.PRINCIPLE),
                    counts.excepted(),
                    report.page().items().stream().map(FindingView::of).toList(),
                    report.page().next());
        }
    }

    /**
     * A clean-up flag of an item.
     *
     * @param finding what the data show, or the reason that somebody gave
     * @param outcomes what should become of the item
     * @param raisedOn null where the data raise it
     */
    public record FlagView(
            String code,
            String name,
            String flag,
            String flagName,
            String finding,
            List<String> outcomes,
            LocalDate raisedOn) {
        static FlagView of(Flagged flagged) {
            return new FlagView(
                    flagged.code(),
                    flagged.name(),
                    flagged.flag().name(),
                    flagged.flag().label().zh(),
                    flagged.finding().zh(),
                    flagged.proposed().stream().map(RoundOutcome::name).toList(),
                    flagged.raisedOn());
        }
    }
}
