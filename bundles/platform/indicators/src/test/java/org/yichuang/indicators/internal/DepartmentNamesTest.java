package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.testing.centres.TestDepartments;

/** A department that was renamed in the middle of a period is one department in its figures. */
public class DepartmentNamesTest {
    private static final Instant NOW = Instant.parse("2026-09-30T02:00:00Z");
    private static final CallContext CALL = CallContext.system(HAIYANG, NOW, "test");
    private static final Scope SEPTEMBER = Scope.all(new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
    private static final Set<String> BOTH = Set.of("审计科", "发展改革科");

    private final DepartmentNames names = new DepartmentNames(
            new TestDepartments(Map.of(HAIYANG, List.of(new Department("1", "发展改革科", Set.of("审计科"), false)))));

    @Test
    public void whoAsksByOneNameGetsWhatWasWrittenUnderAll() {
        Scope asked = SEPTEMBER.with(Dimension.DEPARTMENT, "发展改革科");

        assertEquals(BOTH, names.all(asked, CALL).only(Dimension.DEPARTMENT));
        assertEquals(SEPTEMBER, names.all(SEPTEMBER, CALL));
    }

    @Test
    public void itsPartsAreOneUnderItsPresentName() {
        List<Group> joined = joined(Kind.RATE, part("水务科", 4, 5), part("审计科", 1, 4), part("发展改革科", 2, 3));

        assertEquals(List.of("发展改革科", "水务科"), joined.stream().map(Group::key).toList());
        assertEquals("发展改革科", joined.get(0).name().zh());
        assertEquals(new Fraction(3, 7), joined.get(0).fraction());
    }

    @Test
    public void countsAreAddedUpAndStayCounts() {
        List<Group> joined = joined(Kind.COUNT, part("审计科", 4, 1), part("发展改革科", 3, 1));

        assertEquals(
                List.of(Fraction.of(7)), joined.stream().map(Group::fraction).toList());
    }

    @Test
    public void whatDoesNotAddUpIsCountedOnceMore() {
        List<Group> joined = joined(Kind.PERCENTILE, part("审计科", 4, 9), part("发展改革科", 3, 2), part("水务科", 5, 1));

        assertEquals(
                List.of(new Fraction(2, 11), new Fraction(5, 1)),
                joined.stream().map(Group::fraction).toList());
    }

    /** What is counted once more is asked for by all names of the department. */
    private List<Group> joined(Kind kind, Group... parts) {
        BilingualText words = new BilingualText("数", "number");
        IndicatorDefinition definition = new IndicatorDefinition(
                "toys.made",
                words,
                words,
                kind,
                words,
                0,
                false,
                Set.of(Dimension.DEPARTMENT),
                List.of(words),
                Target.NONE);
        IndicatorReport report =
                new IndicatorReport(definition, SEPTEMBER, NOW, Fraction.of(1), null, List.of(parts), false);
        return names.joined(
                report, scope -> new Fraction(scope.only(Dimension.DEPARTMENT).equals(BOTH) ? 2 : 0, 11), CALL);
    }

    private static Group part(String department, long numerator, long denominator) {
        return new Group(department, LocalizedMessage.verbatim(department), new Fraction(numerator, denominator));
    }
}
