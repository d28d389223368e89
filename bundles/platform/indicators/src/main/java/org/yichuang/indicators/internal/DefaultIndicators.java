package org.yichuang.indicators.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorError;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.indicators.internal.Summaries.Asked;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The figures of whatever modules are here, each report counted in one reading unit. */
public class DefaultIndicators implements Indicators {
    /** More parts than anybody reads, and than the longest period has days. */
    static final int MOST_GROUPS = 1200;

    private final IndicatorRegistry registry;
    private final Transactions transactions;
    private final Tenants tenants;
    private final ModuleRegistry modules;
    private final Summaries summaries;
    private final DepartmentNames names;

    public DefaultIndicators(
            IndicatorRegistry registry,
            Transactions transactions,
            Tenants tenants,
            ModuleRegistry modules,
            Departments departments) {
        this.names = new DepartmentNames(departments);
        this.registry = registry;
        this.transactions = transactions;
        this.tenants = tenants;
        this.modules = modules;
        this.summaries = new Summaries(transactions, System::nanoTime);
    }

    @Override
    public List<IndicatorDefinition> all(CallContext context) {
        context.require(VIEW);
        return here(context)
                .map(each -> targeted(each.definition(), context.today().getYear(), context))
                .toList();
    }

    @Override
    public IndicatorReport report(String id, Scope scope, Optional<Dimension> by, CallContext context) {
        context.require(VIEW);
        Indicator indicator = find(id, context);
        IndicatorDefinition definition = indicator.definition();
        Scope seen = seen(definition, scope, context);
        by.ifPresent(dimension -> requireDimension(definition, dimension));
        IndicatorReport report = transactions.read(context, unit -> {
            Fraction lastYear = definition.present()
                    ? null
                    : indicator.count(seen.in(seen.period().lastYear()), unit);
            List<Group> groups = by.map(dimension -> indicator.groups(dimension, seen, MOST_GROUPS + 1, unit))
                    .orElse(List.of());
            boolean cut = groups.size() > MOST_GROUPS;
            return new IndicatorReport(
                    targeted(definition, seen.period().to().getYear(), context),
                    seen,
                    context.at(),
                    indicator.count(seen, unit),
                    lastYear,
                    cut ? groups.subList(0, MOST_GROUPS) : groups,
                    cut);
        });
        return by.filter(Dimension.DEPARTMENT::equals).isPresent() ? joined(report, indicator, context) : report;
    }

    private IndicatorReport joined(IndicatorReport report, Indicator indicator, CallContext context) {
        return new IndicatorReport(
                report.definition(),
                report.scope(),
                report.asOf(),
                report.fraction(),
                report.lastYear(),
                names.joined(
                        report, scope -> transactions.read(context, unit -> indicator.count(scope, unit)), context),
                report.cut());
    }

    @Override
    public List<Dimension> dimensions(CallContext context) {
        context.require(VIEW);
        return Stream.concat(
                        Dimension.COMMON.stream(), here(context).flatMap(each -> each.definition().dimensions().stream()
                                .sorted(Comparator.comparing(Dimension::word))))
                .distinct()
                .toList();
    }

    @Override
    public List<Summary> reports(List<String> ids, Scope scope, CallContext context) {
        context.require(VIEW);
        Map<String, Indicator> known =
                here(context).collect(Collectors.toMap(each -> each.definition().id(), each -> each));
        boolean anywhere = context.actor().departments().isEmpty();
        List<Asked> asked = ids.stream()
                .map(id -> Optional.ofNullable(known.get(id)).orElseThrow(() -> unknown(id)))
                .filter(each -> anywhere || each.definition().dimensions().contains(Dimension.DEPARTMENT))
                .map(each -> asked(each, scope, context))
                .toList();
        return summaries.of(asked, context);
    }

    private Asked asked(Indicator indicator, Scope scope, CallContext context) {
        Scope seen = seen(indicator.definition(), scope, context);
        return new Asked(
                indicator, targeted(indicator.definition(), seen.period().to().getYear(), context), seen);
    }

    /** With the target of the centre for a year: of a report, the one in which its period ends. */
    private IndicatorDefinition targeted(IndicatorDefinition definition, int year, CallContext context) {
        Target target = definition.target();
        if (target.setting().isEmpty()) {
            return definition;
        }
        String set = tenants.get(context.tenant()).policy(target.setting(), "");
        return definition.with(target.of(year, set.strip()));
    }

    @Override
    public Page<Row> rows(String id, Scope scope, PageRequest page, CallContext context) {
        context.require(VIEW);
        Indicator indicator = find(id, context);
        Scope seen = seen(indicator.definition(), scope, context);
        List<Row> rows = transactions.read(
                context, unit -> indicator.rows(seen, page.cursor().orElse(""), page.limit() + 1, unit));
        return Page.of(rows, page.limit(), Row::key);
    }

    private Stream<Indicator> here(CallContext context) {
        Tenant centre = tenants.get(context.tenant());
        return registry.all().stream()
                .filter(indicator -> modules.isOn(indicator.definition().module(), centre))
                .map(MonthlyIndicator::of);
    }

    private Indicator find(String id, CallContext context) {
        List<Indicator> here = here(context).toList();
        return here.stream()
                .filter(indicator -> indicator.definition().id().equals(id))
                .findFirst()
                .or(() -> ofAnyModule(id, here))
                .orElseThrow(() -> unknown(id));
    }

    /** The only one that is called so, whatever the module. */
    private static Optional<Indicator> ofAnyModule(String figure, List<Indicator> here) {
        List<Indicator> called = here.stream()
                .filter(each -> each.definition().id().equals(each.definition().module() + "." + figure))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                IndicatorError.INDICATOR_UNKNOWN,
                LocalizedMessage.of(DefaultIndicators.class, "indicator.unknown", id));
    }

    /** Nobody of departments sees rows of others; a figure of the present state is one of today. */
    private Scope seen(IndicatorDefinition definition, Scope scope, CallContext context) {
        scope.only().keySet().forEach(dimension -> requireNarrowing(definition, dimension));
        scope.period().requireLength();
        Scope named = names.all(scope, context);
        Scope seen = definition.present() ? named.in(new Period(context.today(), context.today())) : named;
        Set<String> own = context.actor().departments();
        if (own.isEmpty()) {
            return seen;
        }
        requireDimension(definition, Dimension.DEPARTMENT);
        Set<String> asked = new TreeSet<>(seen.only(Dimension.DEPARTMENT));
        asked.retainAll(own);
        return seen.with(Dimension.DEPARTMENT, asked.isEmpty() ? own : asked);
    }

    private static void requireNarrowing(IndicatorDefinition definition, Dimension dimension) {
        requireDimension(definition, dimension);
        if (dimension.equals(Dimension.DAY) || dimension.equals(Dimension.MONTH)) {
            throw unreadable(dimension, LocalizedMessage.of(DefaultIndicators.class, "dimension.day-not-narrowed"));
        }
    }

    private static void requireDimension(IndicatorDefinition definition, Dimension dimension) {
        if (!definition.dimensions().contains(dimension)) {
            throw unreadable(
                    dimension,
                    LocalizedMessage.of(
                            DefaultIndicators.class,
                            "dimension.unsuitable",
                            definition.name(),
                            dimension.word(),
                            definition.id()));
        }
    }

    private static ProblemException unreadable(Dimension dimension, LocalizedMessage message) {
        return ProblemException.field(CommonError.PARAMETER_UNREADABLE, dimension.word(), message);
    }
}
