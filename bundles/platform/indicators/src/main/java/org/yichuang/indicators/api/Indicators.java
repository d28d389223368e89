package org.yichuang.indicators.api;

import java.util.List;
import java.util.Optional;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The figures of the context's centre. Somebody of a department sees figures of its rows alone. */
public interface Indicators {
    /** The permission to see figures and their rows. */
    String VIEW = "indicators.view";

    /** Returns the figures of the modules that are installed and switched on here. */
    @RequiresPermission(VIEW)
    List<IndicatorDefinition> all(CallContext context);

    /**
     * Counts.
     *
     * @param by what the figure is to be taken apart by, absent for nothing
     * @throws ProblemException {@code indicator-unknown}; {@code parameter-unreadable} for a dimension that it lacks
     */
    @RequiresPermission(VIEW)
    IndicatorReport report(String id, Scope scope, Optional<Dimension> by, CallContext context);

    /** Returns the dimensions by which anything can be asked for here: the common ones, then those of the figures. */
    @RequiresPermission(VIEW)
    List<Dimension> dimensions(CallContext context);

    /**
     * Counts several as wholes, as of one moment where each of them can be counted, without last year's. One that knows
     * no departments is left out for somebody of some. One that fails has no report, unless all do, and neither has
     * one that took more than two seconds: it is not counted among others for a hundred times as long as it took.
     *
     * @return a summary for each id that is not left out, in their order
     * @throws ProblemException as {@link #report}
     */
    @RequiresPermission(VIEW)
    List<Summary> reports(List<String> ids, Scope scope, CallContext context);

    /**
     * A figure among others.
     *
     * @param definition what it is
     * @param scope what was counted, or would be
     * @param report what came out, null for nothing
     * @param slow whether nothing came out because counting takes too long; by itself it can be counted all the same
     */
    record Summary(IndicatorDefinition definition, Scope scope, IndicatorReport report, boolean slow) {}

    /**
     * Returns the rows behind a figure.
     *
     * @throws ProblemException as {@link #report}
     */
    @RequiresPermission(VIEW)
    Page<Row> rows(String id, Scope scope, PageRequest page, CallContext context);
}
