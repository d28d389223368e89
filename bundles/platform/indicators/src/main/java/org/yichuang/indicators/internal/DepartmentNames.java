package org.yichuang.indicators.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Departments;

/**
 * Rows say the name that a department had on their day; figures are those of the department under all of its names.
 * Asked outside of transactions, as the list of departments is.
 */
final class DepartmentNames {
    private final Departments departments;

    DepartmentNames(Departments departments) {
        this.departments = departments;
    }

    /** The same with all names of the departments that it is narrowed to. */
    Scope all(Scope scope, CallContext context) {
        Set<String> asked = scope.only(Dimension.DEPARTMENT);
        return asked.isEmpty() ? scope : scope.with(Dimension.DEPARTMENT, departments.allNames(asked, context));
    }

    /**
     * Joins the parts of what is one department now, under its present name; the largest first, as they came.
     *
     * @param recount counts once more where parts do not add up
     */
    List<Group> joined(IndicatorReport report, Function<Scope, Fraction> recount, CallContext context) {
        Kind kind = report.definition().kind();
        Map<String, Group> joined = new LinkedHashMap<>();
        Set<String> several = new TreeSet<>();
        for (Group group : report.groups()) {
            String name = departments.presentNames(Set.of(group.key()), context).stream()
                    .findFirst()
                    .orElse(group.key());
            Group named = name.equals(group.key())
                    ? group
                    : new Group(name, LocalizedMessage.verbatim(name), group.fraction());
            if (joined.merge(name, named, (one, other) -> sum(one, other, kind)) != named) {
                several.add(name);
            }
        }
        if (kind == Kind.PERCENTILE || kind == Kind.MEAN_OF_RATES) {
            for (String name : several) {
                Fraction whole = recount.apply(narrowed(report.scope(), name, context));
                joined.computeIfPresent(name, (same, group) -> new Group(name, group.name(), whole));
            }
        }
        List<Group> groups = new ArrayList<>(joined.values());
        if (!several.isEmpty()) {
            groups.sort(
                    Comparator.comparingLong((Group group) -> size(group, kind)).reversed());
        }
        return groups;
    }

    private Scope narrowed(Scope scope, String name, CallContext context) {
        return scope.with(Dimension.DEPARTMENT, departments.allNames(Set.of(name), context));
    }

    private static Group sum(Group one, Group other, Kind kind) {
        long numerator = one.fraction().numerator() + other.fraction().numerator();
        long denominator = kind.isQuotient()
                ? one.fraction().denominator() + other.fraction().denominator()
                : one.fraction().denominator();
        return new Group(one.key(), one.name(), new Fraction(numerator, denominator));
    }

    private static long size(Group group, Kind kind) {
        return kind.isQuotient()
                ? group.fraction().denominator()
                : group.fraction().numerator();
    }
}
