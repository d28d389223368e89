package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.PowerViews.DeskView;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.persistence.WindowRows;

/**
 * Windows that only take papers (挂号室): the rights that letters grant on paper, and those that are used, which is what
 * is decided at a window of what it accepts.
 */
public class RegistryDesk {
    private static final int DECIMALS = 2;

    private final Transactions transactions;
    private final WindowRows windows;
    private final Indicators indicators;
    private final Departments departments;

    RegistryDesk(Transactions transactions, WindowRows windows, Indicators indicators, Departments departments) {
        this.departments = departments;
        this.transactions = transactions;
        this.windows = windows;
        this.indicators = indicators;
    }

    /** Returns the index of each window that is open, for some days. */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<DeskView> of(Period period, CallContext context) {
        context.require(WindowsPermission.VIEW);
        period.requireLength();
        CallContext platform = CallContext.system(context.tenant(), context.at(), context.requestId());
        Scope all = Scope.all(period);
        PresentNames names = PresentNames.at(departments, context);
        Set<String> here =
                indicators.all(platform).stream().map(IndicatorDefinition::id).collect(Collectors.toSet());
        Map<String, Fraction> granted = groups(
                "windows.authorisation-rate",
                all.with(WindowsIndicators.RIGHT, Right.DECIDE.name()),
                Dimension.DEPARTMENT,
                here,
                platform);
        Map<String, Fraction> accepted = groups("cases.accepted", all, Dimension.WINDOW, here, platform);
        Map<String, Fraction> decided = groups("cases.decided", all, Dimension.WINDOW, here, platform);
        List<HallWindow> open = transactions.read(context, unit -> windows.all(unit).stream()
                .filter(each -> !each.isClosed())
                .toList());
        return open.stream()
                .map(each -> desk(
                        each,
                        sum(each.departments().stream().map(names::of).toList(), granted),
                        number(accepted, each.id()),
                        number(decided, each.id())))
                .toList();
    }

    /** By parts; none where the module of the figure is not here. */
    private Map<String, Fraction> groups(
            String figure, Scope scope, Dimension by, Set<String> here, CallContext platform) {
        return here.contains(figure)
                ? indicators.report(figure, scope, Optional.of(by), platform).groups().stream()
                        .collect(Collectors.toMap(Group::key, Group::fraction))
                : Map.of();
    }

    private static Fraction sum(List<String> departments, Map<String, Fraction> granted) {
        List<Fraction> its = departments.stream()
                .distinct()
                .map(granted::get)
                .filter(each -> each != null)
                .toList();
        return new Fraction(
                its.stream().mapToLong(Fraction::numerator).sum(),
                its.stream().mapToLong(Fraction::denominator).sum());
    }

    private static long number(Map<String, Fraction> of, String window) {
        return Optional.ofNullable(of.get(window)).map(Fraction::numerator).orElse(0L);
    }

    private static DeskView desk(HallWindow of, Fraction granted, long accepted, long decided) {
        Fraction used = new Fraction(Math.min(decided, accepted), accepted);
        Fraction both =
                new Fraction(granted.numerator() * used.numerator(), granted.denominator() * used.denominator());
        Function<Fraction, BigDecimal> rate =
                fraction -> Kind.RATE.value(fraction, DECIMALS).orElse(null);
        return new DeskView(
                of.id(), of.name(), rate.apply(granted), accepted, decided, rate.apply(used), rate.apply(both));
    }
}
