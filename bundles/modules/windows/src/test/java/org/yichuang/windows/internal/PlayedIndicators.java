package org.yichuang.windows.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.tenancy.api.Departments;

/** The figures of the hall, and some of other modules that a test says. */
final class PlayedIndicators implements Indicators {
    /** Of other modules: by figure, what each subject has. */
    final Map<String, Map<String, Fraction>> others = new HashMap<>();

    /** What happens, once, while the rows of a figure are looked for. */
    final Map<String, Runnable> meanwhile = new HashMap<>();

    /** What happens, once, when a figure is counted for the second time. */
    final Map<String, Runnable> recounted = new HashMap<>();

    /** The figures whose rows were looked for, one by one. */
    final Set<String> listed = new TreeSet<>();

    private final Set<String> counted = new TreeSet<>();
    private final Transactions transactions;
    private final IndicatorProvider own;
    private final Departments departments;

    PlayedIndicators(Transactions transactions, IndicatorProvider own, Departments departments) {
        this.transactions = transactions;
        this.own = own;
        this.departments = departments;
    }

    private List<Indicator> figures() {
        List<Indicator> all = new ArrayList<>(own.indicators());
        others.forEach((id, parts) -> all.add(new Played(id, parts)));
        return all;
    }

    private Indicator find(String id) {
        return figures().stream()
                .filter(each -> each.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<IndicatorDefinition> all(CallContext context) {
        context.require(VIEW);
        return figures().stream().map(Indicator::definition).toList();
    }

    @Override
    public IndicatorReport report(String id, Scope scope, Optional<Dimension> by, CallContext context) {
        context.require(VIEW);
        if (!counted.add(id)) {
            Optional.ofNullable(recounted.remove(id)).ifPresent(Runnable::run);
        }
        return transactions.read(
                context,
                unit -> new IndicatorReport(
                        find(id).definition(),
                        scope,
                        context.at(),
                        find(id).count(scope, unit),
                        null,
                        present(by.orElseThrow(), find(id).groups(by.orElseThrow(), scope, 1000, unit), unit),
                        false));
    }

    /** Departments go by the names that they have now. */
    private List<Group> present(Dimension by, List<Group> groups, UnitOfWork unit) {
        return by != Dimension.DEPARTMENT
                ? groups
                : groups.stream()
                        .map(each -> new Group(
                                departments.presentName(
                                        each.key(), unit.context().tenant(), unit),
                                each.name(),
                                each.fraction()))
                        .toList();
    }

    @Override
    public List<Dimension> dimensions(CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> reports(List<String> ids, Scope scope, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Row> rows(String id, Scope scope, PageRequest page, CallContext context) {
        context.require(VIEW);
        listed.add(id);
        Optional.ofNullable(meanwhile.remove(id)).ifPresent(Runnable::run);
        return Page.of(
                transactions.read(
                        context, unit -> find(id).rows(scope, page.cursor().orElse(""), page.limit() + 1, unit)),
                page.limit(),
                Row::key);
    }

    /** A rate of which a test says what it is. */
    private record Played(String id, Map<String, Fraction> parts) implements Indicator {
        @Override
        public IndicatorDefinition definition() {
            LocalizedMessage words = LocalizedMessage.verbatim(id);
            return IndicatorDefinition.rate(
                    id, words, words, Set.of(Dimension.DEPARTMENT, Dimension.WINDOW), List.of(), Target.NONE);
        }

        @Override
        public Fraction count(Scope scope, UnitOfWork unit) {
            return new Fraction(0, 0);
        }

        @Override
        public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
            return parts.entrySet().stream()
                    .map(part -> new Group(part.getKey(), LocalizedMessage.verbatim(part.getKey()), part.getValue()))
                    .toList();
        }

        @Override
        public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
            return List.of();
        }
    }
}
