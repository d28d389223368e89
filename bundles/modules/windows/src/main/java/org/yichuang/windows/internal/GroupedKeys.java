package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;

/** A figure that can say the keys of all its rows at once. */
@FunctionalInterface
interface GroupedKeys {
    /** The keys of the rows, by what they are of in a dimension. */
    Map<String, List<String>> keys(Dimension by, Scope scope, UnitOfWork unit);
}
