package org.yichuang.licences.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.persistence.LicenceRows;

/** A case is not removed as long as what it has granted, changed or renewed is in force. */
public class CasesInForce implements RetentionGuard {
    private final LicenceRows rows;

    public CasesInForce(LicenceRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return "licences";
    }

    @Override
    public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
        return rows.inForce(numbers, unit).stream()
                .collect(Collectors.toMap(Function.identity(), number -> RetentionHold.LICENCE));
    }
}
