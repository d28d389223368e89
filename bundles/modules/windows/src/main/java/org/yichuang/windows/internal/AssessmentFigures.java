package org.yichuang.windows.internal;

import static org.yichuang.indicators.api.Dimension.DEPARTMENT;
import static org.yichuang.indicators.api.Dimension.PERSON;
import static org.yichuang.indicators.api.Dimension.WINDOW;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.internal.AttendanceSheets.Due;
import org.yichuang.windows.internal.ListedIndicator.Line;
import org.yichuang.windows.internal.ListedIndicator.Part;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.Chained;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.EnteredItem;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.Stationing;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.DeductionRows;
import org.yichuang.windows.internal.persistence.DeedRows;
import org.yichuang.windows.internal.persistence.EnquiryRows;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.StationingRows;

/** The figures of the hall that nothing but its assessment needs; each opens its rows. */
class AssessmentFigures {
    /** What was found on patrol. */
    static final Dimension FINDING = new Dimension("finding", words("finding"));

    /** Of which kind a deed is. */
    static final Dimension DEED = new Dimension("deed", words("deed"));

    private static final int MISSING_ROWS = 1000;
    private static final Set<Dimension> OF_STAFF = Set.of(DEPARTMENT, WINDOW, PERSON);

    private final Rows rows;
    private final AttendanceSheets attendance;
    private final Visits visits;

    AssessmentFigures(Rows rows, AttendanceSheets attendance, Visits visits) {
        this.rows = rows;
        this.attendance = attendance;
        this.visits = visits;
    }

    /** Where all of that is. */
    record Rows(
            StationingRows stationings,
            ItemRows items,
            LetterRows letters,
            StaffRows staff,
            AbsenceRows absences,
            DeductionRows deductions,
            DeedRows deeds,
            EnquiryRows enquiries) {}

    List<Indicator> all() {
        return List.of(
                rate("entered", Set.of(DEPARTMENT), this::entered, "item", "department"),
                rate("sections-whole", Set.of(DEPARTMENT), this::sections, "department", "section"),
                rate("representatives-present", Set.of(DEPARTMENT), this::present, "day", "department", "person"),
                rate("attendance", OF_STAFF, this::punches, "day", "person", "window", "punch"),
                count("late-early", OF_STAFF, this::lateOrEarly, "day", "person", "late", "early"),
                count("absences-overrun", OF_STAFF, this::overruns, "day", "person", "window"),
                rate("leaders-came", Set.of(DEPARTMENT), this::leaders, "month", "department", "person"),
                rate("exams-passed", OF_STAFF, this::exams, "day", "person", "exam"),
                count("findings", Set.of(DEPARTMENT, WINDOW, FINDING), this::findings, "day", "window", "finding"),
                count("deeds", Set.of(DEPARTMENT, WINDOW, DEED), this::deeds, "day", "window", "deed"),
                rate("enquiries-on-time", Set.of(DEPARTMENT, WINDOW), this::enquiries, "day", "window", "due"));
    }

    private static Indicator rate(
            String word, Set<Dimension> dimensions, ListedIndicator.Rows rows, String... columns) {
        return new ListedIndicator(
                IndicatorDefinition.rate(
                        "windows." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        dimensions,
                        columns(columns),
                        Target.NONE),
                rows);
    }

    private static Indicator count(
            String word, Set<Dimension> dimensions, ListedIndicator.Rows rows, String... columns) {
        return new ListedIndicator(
                IndicatorDefinition.count(
                        "windows." + word,
                        words(word + ".name"),
                        words(word + ".formula"),
                        words("times"),
                        dimensions,
                        columns(columns)),
                rows);
    }

    private static List<LocalizedMessage> columns(String... columns) {
        return Stream.of(columns).map(column -> words("column." + column)).toList();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(AssessmentFigures.class, "indicator." + key);
    }

    private static Map<Dimension, Part> of(String department) {
        return Map.of(DEPARTMENT, Part.of(department));
    }

    private static Map<Dimension, Part> of(StaffMember member) {
        return Map.of(
                DEPARTMENT,
                Part.of(member.held().departments().get(0)),
                WINDOW,
                Part.of(member.window()),
                PERSON,
                Part.of(member.account()));
    }

    private static LocalDate last(Period period, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        return period.to().isAfter(today) ? today : period.to();
    }

    private List<Stationing> stationed(Period period, UnitOfWork unit) {
        LocalDate day = last(period, unit);
        return rows.stationings().all(unit).stream()
                .filter(each -> each.holds(day))
                .toList();
    }

    /**
     * Items that have entered, and as many rows more as the statement of responsibility names that have not; of a
     * department that names very many, the last row stands for all that are left.
     */
    private List<Line> entered(Period period, UnitOfWork unit) {
        LocalDate day = last(period, unit);
        Map<String, List<EnteredItem>> items =
                rows.items().in(day, unit).stream().collect(Collectors.groupingBy(EnteredItem::department));
        List<Line> lines = new ArrayList<>();
        for (Stationing each : stationed(period, unit)) {
            if (each.held().statement() == null) {
                continue;
            }
            List<EnteredItem> in = items.getOrDefault(each.department(), List.of());
            in.forEach(item -> lines.add(new Line(
                    each.id() + "-" + item.id(),
                    "",
                    true,
                    of(each.department()),
                    List.of(item.name(), each.department()))));
            lines.addAll(missing(each, in.size() + 1));
        }
        return lines;
    }

    private static List<Line> missing(Stationing of, int first) {
        int all = of.held().statement().items();
        int last = (int) Math.min(all, first + MISSING_ROWS - 1L);
        List<Line> lines = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String key = String.format("%s-~%05d", of.id(), number);
            lines.add(missing(key, 1, words("missing-item"), of));
        }
        if (all > last && last >= first) {
            int left = all - last;
            LocalizedMessage words = LocalizedMessage.of(AssessmentFigures.class, "indicator.missing-items", left);
            lines.add(missing(of.id() + "-~~", left, words, of));
        }
        return lines;
    }

    private static Line missing(String key, long many, LocalizedMessage words, Stationing of) {
        return new Line(key, "", false, many, of(of.department()), List.of(words, of.department()));
    }

    private List<Line> sections(Period period, UnitOfWork unit) {
        return stationed(period, unit).stream()
                .map(each -> {
                    Stationing.Section section = each.held().section();
                    return new Line(
                            each.id(),
                            "",
                            section != null && section.wholeBody(),
                            of(each.department()),
                            List.of(each.department(), section == null ? "" : section.name()));
                })
                .toList();
    }

    /** For each letter and each working day on which anybody has punched, whether B has. */
    private List<Line> present(Period period, UnitOfWork unit) {
        LocalDate last = last(period, unit);
        if (last.isBefore(period.from())) {
            return List.of();
        }
        Map<LocalDate, Set<String>> there = attendance.punchedIn(period.from(), last, unit);
        List<DelegationLetter> held = rows.letters().heldBetween(period.from(), last, unit);
        Map<String, StaffMember> staff = rows
                .staff()
                .withAccounts(
                        held.stream()
                                .map(letter -> letter.b().account())
                                .distinct()
                                .toList(),
                        unit)
                .stream()
                .collect(Collectors.toMap(StaffMember::account, each -> each));
        List<Line> lines = new ArrayList<>();
        there.forEach((day, members) -> held.stream()
                .filter(letter -> letter.holds(day))
                .forEach(letter -> lines.add(new Line(
                        day + "-" + letter.id(),
                        WindowsViews.letterPath(letter.id()),
                        Optional.ofNullable(staff.get(letter.b().account()))
                                .filter(each -> members.contains(each.id()))
                                .isPresent(),
                        of(letter.department()),
                        List.of(day, letter.department(), letter.b().name())))));
        return lines;
    }

    private List<Line> punches(Period period, UnitOfWork unit) {
        LocalDate last = last(period, unit);
        if (last.isBefore(period.from())) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (Due due : attendance.due(period.from(), last, unit)) {
            lines.add(new Line(
                    due.day() + "-" + due.of().id() + "-" + due.slot().ordinal(),
                    "",
                    due.made(),
                    of(due.of()),
                    List.of(
                            due.day(),
                            due.of().name(),
                            due.of().window(),
                            due.slot().label())));
        }
        return lines;
    }

    private List<Line> lateOrEarly(Period period, UnitOfWork unit) {
        return attendance.lateOrEarly(period.from(), period.to(), unit).stream()
                .map(each -> new Line(
                        each.day() + "-" + each.of().id(),
                        "",
                        true,
                        of(each.of()),
                        List.of(each.day(), each.of().name(), each.late(), each.early())))
                .toList();
    }

    private List<Line> overruns(Period period, UnitOfWork unit) {
        Map<String, StaffMember> staff = attendance.badged(period.from(), unit);
        return rows.absences().between(period.from(), period.to(), unit).stream()
                .filter(each -> each.held().overrun() && staff.containsKey(each.member()))
                .map(each -> line(each, staff.get(each.member())))
                .toList();
    }

    private static Line line(Absence of, StaffMember by) {
        return new Line(of.id(), "", true, of(by), List.of(of.day(), by.name(), by.window()));
    }

    /** Deputies who have come in a month, and had to; heads once in a half-year, when it is over. */
    private List<Line> leaders(Period period, UnitOfWork unit) {
        List<Line> lines = new ArrayList<>();
        YearMonth last = YearMonth.from(last(period, unit));
        for (YearMonth month = YearMonth.from(period.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            String its = month.toString();
            visits.leaders(month, unit).stream()
                    .filter(each -> each.due() || each.met() && each.rank() == LeaderRank.DEPUTY)
                    .forEach(each -> lines.add(new Line(
                            its + "-" + each.department() + "-" + each.rank() + "-" + each.name(),
                            "",
                            each.met(),
                            of(each.department()),
                            List.of(its, each.department(), each.name()))));
        }
        return lines;
    }

    private List<Line> exams(Period period, UnitOfWork unit) {
        List<Line> lines = new ArrayList<>();
        for (StaffMember each : attendance.badged(period.from(), unit).values()) {
            List<StaffMember.Training> held = each.held().trainings();
            for (int number = 0; number < held.size(); number++) {
                StaffMember.Training exam = held.get(number);
                if (!exam.heldOn().isBefore(period.from()) && !exam.heldOn().isAfter(period.to())) {
                    lines.add(new Line(
                            String.format("%s-%s-%03d", exam.heldOn(), each.id(), number),
                            "",
                            exam.passed(),
                            of(each),
                            List.of(exam.heldOn(), each.name(), exam.title())));
                }
            }
        }
        return lines;
    }

    /** What stands: nobody has appealed in time, or the appeal was decided. */
    private List<Line> findings(Period period, UnitOfWork unit) {
        return rows.deductions().between(period.from(), period.to(), unit).stream()
                .filter(each -> each.counts(unit.context().today()))
                .map(each -> line(
                        each,
                        each.day(),
                        each.window(),
                        FINDING,
                        new Part(each.rule().name(), each.rule().label())))
                .toList();
    }

    private List<Line> deeds(Period period, UnitOfWork unit) {
        return rows.deeds().between(period.from(), period.to(), unit).stream()
                .map(each -> line(
                        each,
                        each.day(),
                        each.window(),
                        DEED,
                        new Part(each.kind().name(), each.kind().label())))
                .toList();
    }

    private static Line line(Chained of, LocalDate day, String window, Dimension by, Part kind) {
        return new Line(
                of.id(),
                "",
                true,
                Map.of(DEPARTMENT, Part.of(of.department()), WINDOW, Part.of(window), by, kind),
                List.of(day, window, kind.name()));
    }

    /** Those that were answered, or should have been. */
    private List<Line> enquiries(Period period, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        return rows.enquiries().between(period.from(), period.to(), unit).stream()
                .filter(each -> each.isInTime(today).isPresent())
                .map(each -> new Line(
                        each.id(),
                        "",
                        each.isInTime(today).orElse(false),
                        Map.of(DEPARTMENT, taken(each.department()), WINDOW, taken(each.window())),
                        List.of(each.day(), each.window(), each.due())))
                .toList();
    }

    /** What was asked from home is nobody's before somebody has taken it. */
    private static Part taken(String name) {
        return name.isEmpty()
                ? new Part("untaken", LocalizedMessage.of(AssessmentFigures.class, "enquiry.untaken"))
                : Part.of(name);
    }
}
