package org.yichuang.agency.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.persistence.ServedCaseRows;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.journal.api.UnitOfWork;

/** A case is not removed as long as an agent's request or a project in the green channel stands on it. */
public class CasesServed implements RetentionGuard {
    private final ServedCaseRows rows;

    CasesServed(ServedCaseRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
        return rows.openCases(numbers, unit).stream()
                .collect(Collectors.toMap(Function.identity(), number -> RetentionHold.REQUEST));
    }
}
