package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * Where the time of a case goes: each working day after the one on which it came, until that on which it is
 * concluded, is charged to whoever had it when the day began. As each day belongs to one of them, the days add up to
 * those of the case.
 */
public final class Spells {
    private final CaseFile file;
    private final String here;
    private final WorkingCalendar calendar;
    private final Laws laws;
    private final List<StepFact> steps;
    private final List<Stretch> found = new ArrayList<>();

    private Spells(CaseFile file, String here, WorkingCalendar calendar, Laws laws) {
        this.file = file;
        this.here = here;
        this.calendar = calendar;
        this.laws = laws;
        this.steps = file.progress().steps();
    }

    /**
     * Some days in which one had a case.
     *
     * @param step the place of the step that ended them; the number of steps where they have not ended
     * @param from the day before the first of them
     * @param to the last of them
     * @param days how many of them are working days
     * @param ended the day of the step that has ended them, which may be later: they are counted on it, as nothing is
     *     added to what has been said of days that are over
     * @param department of those of a joint case that were waited for; null where none was, or nobody has kept it
     */
    public record Stretch(
            int step, Cause cause, LocalDate from, LocalDate to, int days, LocalDate ended, String department) {}

    /** All stretches with working days of a case here that have ended, in their order. */
    public static List<Stretch> ended(CaseFile file, String here, WorkingCalendar calendar, Laws laws) {
        Spells spells = new Spells(file, here, calendar, laws);
        spells.gather(null);
        return spells.found;
    }

    /** The same with that which goes on, until a day. */
    public static List<Stretch> until(
            LocalDate today, CaseFile file, String here, WorkingCalendar calendar, Laws laws) {
        Spells spells = new Spells(file, here, calendar, laws);
        spells.gather(today);
        return spells.found;
    }

    /** Those that the step that has just been taken has ended. */
    static List<Stretch> ofStep(CaseFile file, CommandContext now) {
        int last = file.progress().steps.size() - 1;
        if (last == 0) {
            return List.of();
        }
        Spells spells = new Spells(file, now.centre(), now.calendar(), now.laws());
        Charge charge = spells.steps.get(last - 1).charge();
        if (charge == null) {
            return ended(file, now.centre(), now.calendar(), now.laws()).stream()
                    .filter(stretch -> stretch.step() == last)
                    .toList();
        }
        spells.add(last, charge, spells.day(last - 1), spells.day(last));
        return spells.found;
    }

    /** @param today until when what goes on is told; null where it is not */
    private void gather(LocalDate today) {
        List<CountedFact> facts = CaseFacts.of(file, here, calendar);
        List<Integer> opened = facts.stream()
                .filter(fact -> fact.fact() == Fact.RECEIVED || fact.fact() == Fact.REOPENED)
                .map(CountedFact::step)
                .toList();
        for (int i = 0; i < opened.size(); i++) {
            int from = opened.get(i);
            int before = i == opened.size() - 1 ? steps.size() : opened.get(i + 1);
            Optional<Integer> concluded = facts.stream()
                    .filter(fact -> fact.fact() == Fact.CONCLUDED && fact.step() > from && fact.step() < before)
                    .map(CountedFact::step)
                    .findFirst();
            int end = concluded.orElse(Math.min(before, steps.size() - 1));
            for (int step = from; step < end; step++) {
                add(step + 1, charge(step, end), day(step), day(step + 1));
            }
            if (today != null && concluded.isEmpty() && before == steps.size()) {
                add(steps.size(), charge(end, end), day(end), today);
            }
        }
    }

    private Charge charge(int step, int end) {
        Charge told = steps.get(step).charge();
        return told == null ? Charge.untold(file, step, end, present()) : told;
    }

    /** Of what is concluded without a step that tells, as nobody but the window had it. */
    private Charge present() {
        LocalDate day = day(steps.size() - 1);
        return Charge.of(file, here, day, calendar, laws).orElse(new Charge(Cause.WINDOW, null, null));
    }

    private void add(int step, Charge charge, LocalDate from, LocalDate to) {
        if (charge.until() != null && to.isAfter(charge.until())) {
            LocalDate until = charge.until().isBefore(from) ? from : charge.until();
            add(step, charge.cause(), from, until, to, charge);
            add(step, charge.next(), until, to, to, charge);
        } else {
            add(step, charge.cause(), from, to, to, charge);
        }
    }

    private void add(int step, Cause cause, LocalDate from, LocalDate to, LocalDate ended, Charge charge) {
        int days = Deadlines.workdaysLeft(from, to, calendar);
        if (days > 0) {
            String department = cause == Cause.DEPARTMENT ? charge.department() : null;
            found.add(new Stretch(step, cause, from, to, days, ended, department));
        }
    }

    /**
     * The department that some days are charged to: of a joint case that which was waited for, else that which has the
     * case; of steps from before that was kept, whoever has examined or spoken in a branch with the step that ended
     * them.
     */
    public static String department(CaseFile file, Stretch stretch) {
        if (stretch.cause() != Cause.DEPARTMENT) {
            return file.department();
        }
        return stretch.department() == null ? department(file, stretch.step()) : stretch.department();
    }

    /**
     * The department whose step it was: of a joint case, whoever has examined or spoken in its branch. What a centre
     * above has decided no department here has said.
     */
    private static String department(CaseFile file, int step) {
        Instant at = file.progress().steps().get(step).at();
        Stream<String> spoken = file.progress().branches().stream()
                .filter(branch -> spoken(branch).anyMatch(at::equals))
                .map(Branch::id);
        Stream<String> examined = file.progress().examinations().stream()
                .filter(fact -> fact.branch() != null && fact.at().equals(at))
                .map(ExaminationFact::branch);
        return Stream.concat(spoken, examined)
                .findFirst()
                .map(branch -> BranchWork.facts(file, branch).examiner(file.department()))
                .orElse(file.department());
    }

    private static Stream<Instant> spoken(Branch branch) {
        return branch.above() == null
                ? branch.opinions().stream().map(Branch.Opinion::at)
                : branch.above().reviews().stream().map(OpinionView::at);
    }

    /** What was entered afterwards had come before its first step, and lay at the window. */
    private LocalDate day(int step) {
        LocalDate cameOn = file.progress().cameOn();
        return step == 0 && cameOn != null
                ? cameOn
                : CommandContext.day(steps.get(step).at());
    }
}
