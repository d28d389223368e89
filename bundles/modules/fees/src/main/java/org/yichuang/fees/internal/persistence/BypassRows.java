package org.yichuang.fees.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Signs that fees have gone round the counter, in the database. */
public class BypassRows extends FeeRows<Bypass> {
    public BypassRows(EntityManagerFactory entities) {
        super(entities, Bypass.class, "fee-bypass");
    }

    /** Writes a sign down, once. */
    public void found(Bypass.Sign sign, UnitOfWork unit) {
        if (find(sign.id(), unit).isEmpty()) {
            Bypass made = Bypass.found(sign, unit.context().today());
            keep(made, "find", Map.of("kind", sign.kind().word()), "fee-bypass", made.changed(), unit);
        }
    }

    /** Writes down that a sign is another one than was seen; nobody but the audit is told. */
    public void corrected(Bypass row, Bypass.Sign sign, UnitOfWork unit) {
        Map<String, String> details = Map.of("before", row.caseNumber(), "case", sign.caseNumber());
        row.corrected(sign);
        keep(row, "correct", details, DomainEvent.NONE, unit);
    }

    /** Signs in the order of their ids, from behind one; of all, or those that nobody has closed. */
    public List<Bypass> all(boolean open, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select b from FeeBypass b where b.id > :after" + (open ? " and b.closedOn is null" : "")
                        + " order by b.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }
}
