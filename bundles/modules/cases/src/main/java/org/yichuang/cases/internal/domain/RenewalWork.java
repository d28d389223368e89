package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/**
 * Applications of those who hold a result already. A renewal that was applied for in time is decided before the
 * validity ends, or counts as granted (art. 50): no special procedure stops that day, but it does not run while the
 * applicant has something to supply.
 */
public final class RenewalWork {
    /** From how many days before its end what has passed is counted: the last working day before it is among them. */
    private static final int PASSED = 14;

    private RenewalWork() {}

    /** Keeps what a register has told of the result, and lets the days until its end be counted. */
    static void take(Act act) {
        GateAnswer.OfLicence told = act.now.vouched().licence();
        CaseLicence kept = act.submission.licence();
        if (kept == null) {
            return;
        }
        act.detail("matter", kept.matter().name());
        if (told != null) {
            act.submission = act.submission.about(
                    new CaseLicence(kept.number(), kept.matter(), told.validUntil(), told.decideBy(), told.tooLate()));
            if (told.decideBy() == null) {
                act.progress.stop(ClockKind.RENEWAL, act.now.today());
            }
            start(act);
        }
    }

    /** Counts the days until the end; what nobody can decide in time any more is not counted. */
    static void start(Act act) {
        if (isCounted(act)) {
            start(act, act.receivedOn());
        }
    }

    /** What was handed in below in time is so here, also where it comes when its last day has passed. */
    static void transferred(Act act) {
        if (isCounted(act)) {
            LocalDate end = act.submission.licence().decideBy();
            start(act, end.isBefore(act.now.receivedOn()) ? end.minusDays(PASSED) : act.now.receivedOn());
        }
    }

    /** Whoever decides has the days until the end; a centre below has not. */
    private static boolean isCounted(Act act) {
        return act.submission.isTimedRenewal()
                && act.submission.route().isDecidedAt(act.now.centre())
                && act.progress.running(ClockKind.RENEWAL).isEmpty();
    }

    private static void start(Act act, LocalDate from) {
        long days = ChronoUnit.DAYS.between(from, act.submission.licence().decideBy());
        if (days >= 0 && days <= Limit.MAXIMUM) {
            act.progress.start(ClockKind.RENEWAL, from, Limit.calendar((int) days));
        }
    }

    /**
     * Refuses what comes when the law has granted already, whether anybody has noted it or not.
     *
     * @throws ProblemException {@code case-state}
     */
    static void requireNotOver(Act act) {
        boolean isOver = act.submission.isTimedRenewal()
                && act.progress.running(ClockKind.RENEWAL).isPresent()
                && act.now.today().isAfter(act.submission.licence().decideBy());
        if (isOver) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(RenewalWork.class, "deemed-renewed-already"));
        }
    }

    /** The last day of what is made out: as the register tells of what is changed or replaced, else as was said. */
    static LocalDate end(CaseFile file, LocalDate said, CommandContext now) {
        CaseLicence licence = file.submission().licence();
        GateAnswer.OfLicence told = now.vouched().licence();
        boolean isKept = told != null && isKept(file);
        LocalDate until = isKept ? told.validUntil() : said;
        if (!isKept && until == null && licence != null && licence.validUntil() != null) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "validUntil",
                    LocalizedMessage.of(RenewalWork.class, "renewal.end-missing", licence.validUntil()));
        }
        return until;
    }

    /** Whether it is of what ends when it would have, as it is only changed or replaced. */
    static boolean isKept(CaseFile file) {
        CaseLicence licence = file.submission().licence();
        return licence != null && licence.matter() != LicenceMatter.RENEWAL;
    }

    /** The day on which an application was received that has been taken in. */
    public static Optional<LocalDate> receivedOn(Progress progress) {
        return progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.NOTICE)
                .map(Clock::start)
                .findFirst()
                .or(() -> Optional.ofNullable(progress.cameOn()));
    }

    /**
     * From which day the result holds that is made out on a day: the renewed one from the end of what was held, if that
     * was still in force when its renewal was granted.
     */
    public static LocalDate from(CaseFile file, LocalDate day) {
        CaseLicence licence = file.submission().licence();
        DecisionView decision = file.progress().decision();
        if (licence == null || licence.matter() != LicenceMatter.RENEWAL || licence.validUntil() == null) {
            return day;
        }
        boolean isInForce = licence.isTimed()
                || decision != null && !CommandContext.day(decision.at()).isAfter(licence.validUntil());
        return isInForce ? licence.validUntil().plusDays(1) : day;
    }

    /** The end that a result keeps which is only changed or replaced; nothing where it is renewed, or not known. */
    public static Optional<LocalDate> keptEnd(CaseFile file) {
        return Optional.ofNullable(file.submission().licence())
                .filter(licence -> licence.matter() != LicenceMatter.RENEWAL)
                .map(CaseLicence::validUntil);
    }

    /** The number of what is changed or renewed stays as it is, which may have been replaced since the application. */
    static Optional<String> keptNumber(CaseFile file, CommandContext now) {
        String told = Optional.ofNullable(now.vouched().licence())
                .map(GateAnswer.OfLicence::number)
                .orElse("");
        return Optional.ofNullable(file.submission().licence())
                .filter(licence -> licence.matter() != LicenceMatter.REPLACEMENT)
                .map(licence -> told.isEmpty() ? licence.number() : told);
    }

    /** What the law does when nobody has decided before the end (R1-30). */
    public static Done deemRenewed(CaseFile file, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.DEEM_RENEWED, true, false, now);
        if (!now.today().isAfter(file.submission().licence().decideBy())) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(RenewalWork.class, "renewal.not-over"));
        }
        Progress progress = act.progress;
        if (progress.acceptance == null) {
            LocalDate from =
                    progress.running(ClockKind.NOTICE).map(Clock::start).orElse(now.today());
            progress.acceptance = new Acceptance("DEEMED", now.at(), from, CaseNumbers.receipt(file.number()));
            act.detail("clockFrom", from.toString());
        }
        progress.stage = file.submission().route().stages().size() - 1;
        progress.decision = new DecisionView(
                now.centre(),
                file.department(),
                Outcome.GRANT,
                null,
                null,
                null,
                null,
                now.actor().name(),
                now.at());
        List.of(ClockKind.NOTICE, ClockKind.ONLINE_REVIEW, ClockKind.SURVEY, ClockKind.HEARING)
                .forEach(kind -> progress.end(kind, now));
        CaseWork.decided(act, true);
        return act.finish();
    }
}
