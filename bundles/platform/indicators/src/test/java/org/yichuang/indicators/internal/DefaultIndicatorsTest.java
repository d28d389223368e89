package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorError;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Indicators.Summary;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;

/** Figures of modules that nobody knew, as they come and go and are asked. */
public class DefaultIndicatorsTest {
    private static final Period SEPTEMBER = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    private static final Instant NOW = Instant.parse("2026-09-30T02:00:00Z");

    private final List<Scope> asked = new ArrayList<>();
    private final IndicatorRegistry registry = new IndicatorRegistry();
    private final TestCentres network = new TestCentres();
    private Transactions transactions;
    private boolean toysAreOn = true;
    private int parts;
    private int units;
    private Indicators indicators;

    @Before
    public void install() {
        transactions = fake(Transactions.class, Map.of("read", arguments -> {
            units++;
            return ((Transactions.Work<?>) arguments[1]).run(fake(UnitOfWork.class, Map.of()));
        }));
        ModuleRegistry modules = fake(ModuleRegistry.class, Map.of("isOn", arguments -> toysAreOn));
        indicators = new DefaultIndicators(registry, transactions, network, modules, new TestDepartments());
        registry.bound(() -> List.of(new Toys("toys.made", false), new Toys("toys.broken", true)));
    }

    @Test
    public void theFiguresOfAModuleComeAndGoWithIt() {
        assertEquals(List.of("toys.made", "toys.broken"), ids());
        assertEquals(
                "toys.made", report("made", Scope.all(SEPTEMBER)).definition().id());
        IndicatorProvider balls = () -> List.of(new Toys("balls.made", false));

        registry.bound(balls);
        assertThrows(ProblemException.class, () -> report("made", Scope.all(SEPTEMBER))); // of which module?
        registry.unbound(balls);
        assertEquals(List.of("toys.made", "toys.broken"), ids());
        assertEquals(IndicatorError.INDICATOR_UNKNOWN, refusal(() -> report("balls.made", Scope.all(SEPTEMBER))));
    }

    @Test
    public void whereTheModuleIsOffItHasNoFigures() {
        toysAreOn = false;

        assertEquals(List.of(), ids());
        assertEquals(IndicatorError.INDICATOR_UNKNOWN, refusal(() -> report("toys.made", Scope.all(SEPTEMBER))));
        assertEquals(
                IndicatorError.INDICATOR_UNKNOWN,
                refusal(() -> indicators.rows("toys.made", Scope.all(SEPTEMBER), PageRequest.of(10, null), manager())));
    }

    @Test
    public void theSameDaysLastYearStandBesideIt() {
        IndicatorReport report = report("toys.made", Scope.all(SEPTEMBER));

        assertEquals(Fraction.of(2026), report.fraction());
        assertEquals(Fraction.of(2025), report.lastYear());
        assertEquals(NOW, report.asOf());
    }

    @Test
    public void severalFiguresAreCountedInOneUnitAndWithoutLastYear() {
        List<Summary> summaries =
                indicators.reports(List.of("toys.broken", "toys.made"), Scope.all(SEPTEMBER), manager("住建局"));
        List<IndicatorReport> reports = summaries.stream().map(Summary::report).toList();

        assertEquals(
                List.of("toys.broken", "toys.made"),
                reports.stream().map(report -> report.definition().id()).toList());
        assertEquals(1, units);
        assertEquals("one count for each", 2, asked.size());
        reports.forEach(report -> assertNull(report.lastYear()));
        asked.forEach(scope -> assertEquals(Set.of("住建局"), scope.only(Dimension.DEPARTMENT)));
        assertEquals(
                IndicatorError.INDICATOR_UNKNOWN,
                refusal(() -> indicators.reports(List.of("toys.lost"), Scope.all(SEPTEMBER), manager())));
    }

    @Test
    public void theLongestPeriodHasALastYearThoughThatMayHaveADayMore() {
        Period longest = new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2027, 3, 3));
        assertEquals(Period.LONGEST, longest.days());

        assertEquals(Fraction.of(2023), report("toys.made", Scope.all(longest)).lastYear());
    }

    @Test
    public void aPeriodThatIsTooLongIsRefused() {
        Scope tooLong = Scope.all(new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2027, 3, 4)));

        assertEquals(CommonError.FIELDS_INVALID, refusal(() -> report("toys.made", tooLong)));
        assertEquals(
                CommonError.FIELDS_INVALID,
                refusal(() -> indicators.reports(List.of("toys.made"), tooLong, manager())));
        assertEquals(
                CommonError.FIELDS_INVALID,
                refusal(() -> indicators.rows("toys.made", tooLong, PageRequest.of(10, null), manager())));
    }

    @Test
    public void thatTheSmallestPartsAreCutIsSaid() {
        parts = DefaultIndicators.MOST_GROUPS;
        assertFalse(byDay().cut());

        parts++;
        assertTrue(byDay().cut());
        assertEquals(DefaultIndicators.MOST_GROUPS, byDay().groups().size());
    }

    private IndicatorReport byDay() {
        return indicators.report("toys.made", Scope.all(SEPTEMBER), Optional.of(Dimension.DAY), manager());
    }

    @Test
    public void aFigureOfThePresentStateIsOfTodayAndHasNoLastYear() {
        IndicatorReport report = report("toys.broken", Scope.all(SEPTEMBER.lastYear()));

        assertEquals(LocalDate.of(2026, 9, 30), report.scope().period().from());
        assertNull(report.lastYear());
    }

    @Test
    public void somebodyOfADepartmentSeesItsRowsAloneWhateverIsAsked() {
        Scope other = Scope.all(SEPTEMBER).with(Dimension.DEPARTMENT, "水务局");

        indicators.report("toys.made", other, Optional.empty(), manager("住建局"));
        indicators.rows("toys.made", other, PageRequest.of(10, null), manager("住建局"));

        asked.forEach(scope -> assertEquals(Set.of("住建局"), scope.only(Dimension.DEPARTMENT)));
    }

    @Test
    public void somebodyOfSeveralDepartmentsSeesTheRowsOfEachOrOfTheOneAskedFor() {
        CallContext two = manager("住建局", "水务局");

        indicators.rows("toys.made", Scope.all(SEPTEMBER), PageRequest.of(10, null), two);
        assertEquals(Set.of("住建局", "水务局"), asked.get(0).only(Dimension.DEPARTMENT));
        Scope water = Scope.all(SEPTEMBER).with(Dimension.DEPARTMENT, "水务局");
        indicators.rows("toys.made", water, PageRequest.of(10, null), two);
        assertEquals(Set.of("水务局"), asked.get(1).only(Dimension.DEPARTMENT));
        Scope foreign = Scope.all(SEPTEMBER).with(Dimension.DEPARTMENT, "民政局");
        indicators.rows("toys.made", foreign, PageRequest.of(10, null), two);
        assertEquals(Set.of("住建局", "水务局"), asked.get(2).only(Dimension.DEPARTMENT));
    }

    @Test
    public void whatAFigureCannotBeTakenApartByIsRefused() {
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                refusal(() -> indicators.report(
                        "toys.made", Scope.all(SEPTEMBER), Optional.of(Dimension.WINDOW), manager())));
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                refusal(() -> report("toys.made", Scope.all(SEPTEMBER).with(Dimension.WINDOW, "1"))));
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                refusal(() -> report("toys.made", Scope.all(SEPTEMBER).with(Dimension.DAY, "2026-09-01"))));
    }

    @Test
    public void rowsArePagedByTheirKeys() {
        Page<Indicator.Row> first =
                indicators.rows("toys.made", Scope.all(SEPTEMBER), PageRequest.of(2, null), manager());
        Page<Indicator.Row> second =
                indicators.rows("toys.made", Scope.all(SEPTEMBER), PageRequest.of(2, first.next()), manager());

        assertEquals(
                List.of("A", "B"),
                first.items().stream().map(Indicator.Row::key).toList());
        assertEquals(
                List.of("C"), second.items().stream().map(Indicator.Row::key).toList());
        assertNull(second.next());
    }

    @Test
    public void aFigureThatFailsTakesNoOtherAway() {
        registry.bound(() -> List.of(new Toys("toys.failing", false) {
            @Override
            public Fraction count(Scope scope, UnitOfWork unit) {
                throw new IllegalStateException("no such table");
            }
        }));
        List<String> both = List.of("toys.failing", "toys.made");

        assertEquals(List.of("toys.made"), counted(both, manager()));
        Summary failed =
                indicators.reports(both, Scope.all(SEPTEMBER), manager()).get(0);
        assertNull("its tile says so", failed.report());
        assertFalse(failed.slow());
        assertThrows(IllegalStateException.class, () -> counted(List.of("toys.failing"), manager()));
    }

    @Test
    public void aCentreSetsItsOwnTargetAlsoByYear() {
        String key = "policy.toys.target";
        Target usual = Target.atLeast("90").setBy(key);
        registry.bound(() -> List.of(new Toys("toys.aimed", false) {
            @Override
            public IndicatorDefinition definition() {
                return super.definition().with(usual);
            }
        }));
        Period before = new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));

        assertEquals("90", target(SEPTEMBER));
        network.policy(HAIYANG, key, "95.5");
        assertEquals("95.5", target(SEPTEMBER));
        network.policy(HAIYANG, key, "2026=97,2027=98");
        assertEquals("97", target(SEPTEMBER));
        assertEquals("of a year without one", "90", target(before));
    }

    private String target(Period period) {
        Target target = report("toys.aimed", Scope.all(period)).definition().target();
        return target.value().toPlainString();
    }

    @Test
    public void whatCanBeAskedForAreTheCommonDimensionsAndThoseOfTheFigures() {
        Dimension colour = new Dimension("colour", new BilingualText("颜色", "Colour"));
        registry.bound(() -> List.of(new Toys("toys.painted", false, Set.of(colour, Dimension.DAY))));

        List<Dimension> all = indicators.dimensions(manager());

        assertEquals(Dimension.COMMON, all.subList(0, Dimension.COMMON.size()));
        assertEquals(List.of(colour), all.subList(Dimension.COMMON.size(), all.size()));
        Scope red = Scope.all(SEPTEMBER).with(colour, "red");
        indicators.report("toys.painted", red, Optional.of(colour), manager());
        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal(() -> report("toys.made", red)));
        Scope march = Scope.all(SEPTEMBER).with(Dimension.MONTH, "2026-03");
        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal(() -> report("toys.painted", march)));
    }

    @Test
    public void aFigureOfTheWholeCentreIsNotShownToWhoWorksForADepartment() {
        registry.bound(() -> List.of(new Toys("toys.mean", false, Set.of(Dimension.DAY))));
        List<String> both = List.of("toys.mean", "toys.made");

        assertEquals(both, counted(both, manager()));
        assertEquals(List.of("toys.made"), counted(both, manager("住建局")));
    }

    @Test
    public void aModulesMistakeKeepsNoOtherModulesFiguresOut() {
        registry.bound(() -> List.of(new Toys("nodot", false), new Toys("dolls.made", false)));
        registry.bound(() -> {
            throw new IllegalStateException("not ready");
        });
        registry.bound(() -> {
            throw new NoClassDefFoundError("its imports have gone");
        });
        registry.bound(() -> List.of(new Toys("balls.made", false)));

        assertEquals(List.of("balls.made", "dolls.made", "toys.made", "toys.broken"), ids());
    }

    private List<String> counted(List<String> asking, CallContext context) {
        return indicators.reports(asking, Scope.all(SEPTEMBER), context).stream()
                .filter(summary -> summary.report() != null)
                .map(summary -> summary.definition().id())
                .toList();
    }

    @Test
    public void whoIsNotPermittedSeesNothing() {
        CallContext clerk = manager().by(new Actor("clerk", "张", Set.of("clerk")));

        assertEquals(CommonError.NOT_ALLOWED, refusal(() -> indicators.all(clerk)));
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> indicators.reports(List.of("toys.made"), Scope.all(SEPTEMBER), clerk)));
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> indicators.report("toys.made", Scope.all(SEPTEMBER), Optional.empty(), clerk)));
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> indicators.rows("toys.made", Scope.all(SEPTEMBER), PageRequest.of(1, null), clerk)));
    }

    private List<String> ids() {
        return indicators.all(manager()).stream().map(IndicatorDefinition::id).toList();
    }

    private IndicatorReport report(String id, Scope scope) {
        return indicators.report(id, scope, Optional.empty(), manager());
    }

    private static ErrorCode refusal(Runnable call) {
        return assertThrows(ProblemException.class, call::run).code();
    }

    private static CallContext manager(String... departments) {
        Actor actor = new Actor("manager", "王", Set.of("centre-manager"), Set.of(departments), Set.of(Indicators.VIEW));
        return CallContext.system(new TenantId("haiyang"), NOW, "test").by(actor);
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answers.getOrDefault(
                                method.getName(), none -> null)
                        .apply(arguments));
    }

    /** Counts the year, which is a number that one can tell. */
    private class Toys implements Indicator {
        private final IndicatorDefinition definition;

        Toys(String id, boolean present) {
            this(id, present, Set.of(Dimension.DAY, Dimension.DEPARTMENT));
        }

        Toys(String id, boolean present, Set<Dimension> dimensions) {
            IndicatorDefinition plain = IndicatorDefinition.count(
                    id,
                    new BilingualText("玩具", "Toys"),
                    new BilingualText("全部", "All"),
                    new BilingualText("个", ""),
                    dimensions,
                    List.of(new BilingualText("名称", "Name")));
            definition = present ? plain.now() : plain;
        }

        @Override
        public IndicatorDefinition definition() {
            return definition;
        }

        @Override
        public Fraction count(Scope scope, UnitOfWork unit) {
            asked.add(scope);
            return Fraction.of(scope.period().from().getYear());
        }

        @Override
        public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
            return IntStream.range(0, parts)
                    .limit(most)
                    .mapToObj(i -> new Group("" + i, new BilingualText("部分", "Part"), Fraction.of(1)))
                    .toList();
        }

        @Override
        public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
            asked.add(scope);
            return List.of("A", "B", "C").stream()
                    .filter(key -> key.compareTo(after) > 0)
                    .limit(most)
                    .map(key -> new Row(key, "", true, List.of(key)))
                    .toList();
        }
    }
}
