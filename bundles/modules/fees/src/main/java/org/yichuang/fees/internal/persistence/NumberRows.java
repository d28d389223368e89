package org.yichuang.fees.internal.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Numbers;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Series of numbers in the database. */
public class NumberRows extends ChainedRows<Numbers> {
    public NumberRows(EntityManagerFactory entities) {
        super(entities, Numbers.class, "fee-numbers");
    }

    /** The next number of a series, which is held until the transaction ends. */
    public long next(String series, int digits, UnitOfWork unit) {
        Numbers numbers = held(series, unit).orElseGet(() -> Numbers.of(series));
        long next = numbers.next(digits);
        keep(numbers, "give", Map.of("number", Long.toString(next)), DomainEvent.NONE, unit);
        return next;
    }
}
