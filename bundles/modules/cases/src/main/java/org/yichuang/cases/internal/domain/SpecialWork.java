package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * What is handled specially (特办件), by a leader's approval on paper or by the centre's own finding. The centre keeps its
 * promise earlier: what is left of it is counted in days without regard to holidays, on a clock of its own beside the
 * others. As many days as there are working days left never end later than these, so nothing becomes longer; and as no
 * clock of the applicant's is touched, nothing of theirs becomes shorter.
 */
public final class SpecialWork {
    /** Whether holidays count for what is handled specially. */
    public static final SettingDefinition THROUGH_HOLIDAYS =
            SettingDefinition.flag("policy.cases.special.through-holidays", true);

    private SpecialWork() {}

    /** Handles it specially from now on. */
    public static Done find(CaseFile file, SpecialHandlingRequest request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.HANDLE_SPECIALLY, now);
        requireApproval(request, now.today());
        act.progress.special = new SpecialHandling(
                request.ground(),
                request.reason(),
                request.approver(),
                request.approval(),
                request.approvedOn(),
                now.today());
        int left = goesThroughHolidays(now) ? left(act.progress, now) : 0;
        if (left > 0) {
            act.progress.start(ClockKind.SPECIAL, now.today(), Limit.calendar(left));
        }
        act.note(request.ground().name());
        act.detail("ground", request.ground().name());
        act.text("reason", request.reason());
        act.text("approver", request.approver());
        act.text("approval", request.approval());
        act.detail(
                "approvedOn",
                Optional.ofNullable(request.approvedOn())
                        .map(LocalDate::toString)
                        .orElse(""));
        lastDay(act.progress, now.calendar()).ifPresent(due -> act.detail("specialDue", due.toString()));
        return act.finish();
    }

    private static boolean goesThroughHolidays(CommandContext now) {
        return Boolean.parseBoolean(now.here().policy(THROUGH_HOLIDAYS.key(), THROUGH_HOLIDAYS.usual()));
    }

    /** The working days that are left of what is promised, else of what the law sets; none where they have passed. */
    private static int left(Progress progress, CommandContext now) {
        return Stream.of(ClockKind.PROMISE, ClockKind.DECISION, ClockKind.STAGE)
                .flatMap(kind -> progress.running(kind).stream())
                .findFirst()
                .flatMap(clock ->
                        clock.resumed(now.today()).deadline(now.calendar()).due())
                .map(due -> Deadlines.workdaysLeft(now.today(), due, now.calendar()))
                .orElse(0);
    }

    /** Whoever names a leader names the paper; whoever names none says nothing of one. */
    private static void requireApproval(SpecialHandlingRequest request, LocalDate today) {
        boolean isApproved = request.ground() == SpecialGround.LEADER_APPROVAL;
        List<FieldProblem> problems = new ArrayList<>();
        demand(problems, "approver", isApproved, isSaid(request.approver()));
        demand(problems, "approval", isApproved, isSaid(request.approval()));
        demand(problems, "approvedOn", isApproved, request.approvedOn() != null);
        if (problems.isEmpty() && isApproved && request.approvedOn().isAfter(today)) {
            problems.add(new FieldProblem("approvedOn", words("special.approved-later")));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(CommonError.FIELDS_INVALID, words("special.approval-incomplete"), problems);
        }
    }

    private static void demand(List<FieldProblem> problems, String field, boolean isAsked, boolean isSaid) {
        if (isAsked != isSaid) {
            String key = isAsked ? "special.approval-missing" : "special.approval-of-nobody";
            problems.add(new FieldProblem(field, words(key)));
        }
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(SpecialWork.class, key);
    }

    /** That it is handled specially, or null. */
    public static SpecialHandling of(Progress progress) {
        return progress.special;
    }

    /** The last day that the centre promises by it; empty where it has none of its own, and while it stands. */
    public static Optional<LocalDate> lastDay(Progress progress, WorkingCalendar calendar) {
        return progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.SPECIAL)
                .findFirst()
                .flatMap(clock -> clock.lastDay(calendar));
    }
}
