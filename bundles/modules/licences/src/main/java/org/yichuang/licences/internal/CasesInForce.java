package org.yichuang.licences.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.persistence.LicenceRows;

/**
 * A case is not removed as long as what it has granted, changed or renewed is in force: as the register says, or, where
 * another centre has decided and made it out, as that one has said with the result until when it holds. What it has
 * said of a certificate without end keeps the case.
 */
public class CasesInForce implements RetentionGuard {
    private final LicenceRows rows;
    private final Cases cases;
    private final Certificates certificates;

    public CasesInForce(LicenceRows rows, Cases cases, Certificates certificates) {
        this.rows = rows;
        this.cases = cases;
        this.certificates = certificates;
    }

    @Override
    public String module() {
        return "licences";
    }

    @Override
    public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
        Set<String> kept = new HashSet<>(rows.inForce(numbers, unit));
        numbers.stream()
                .filter(number -> !kept.contains(number))
                .filter(number -> isInForceElsewhere(number, unit))
                .forEach(kept::add);
        return kept.stream().collect(Collectors.toMap(Function.identity(), number -> RetentionHold.LICENCE));
    }

    private boolean isInForceElsewhere(String number, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        Optional<CaseResult> result = cases.result(number, unit)
                .filter(made -> !here.equals(made.centre()) && !here.equals(made.decidedAt()));
        return result.isPresent()
                && Optional.ofNullable(result.get().validUntil())
                        .map(last -> !last.isBefore(unit.context().today()))
                        .orElseGet(() -> isCertified(number, unit));
    }

    /** Whether something comes of it that holds, and is no single service. */
    private boolean isCertified(String number, UnitOfWork unit) {
        return cases.find(number, unit).map(CaseRecord::items).orElse(List.of()).stream()
                .anyMatch(item -> certificates.isLicence(item, unit)
                        || certificates
                                        .of(item.owner(), item.code(), item.version(), unit)
                                        .kind()
                                != Certificate.Kind.NONE);
    }
}
