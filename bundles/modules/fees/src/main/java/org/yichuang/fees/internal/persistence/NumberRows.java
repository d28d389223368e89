package org.yichuang.fees.internal.persistence;

import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Numbers;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Series of numbers in the database. */
public class NumberRows extends FeeRows<Numbers> {
    public NumberRows(EntityManagerFactory entities) {
        super(entities, Numbers.class, "fee-numbers");
    }

    /** The next number of a series, which is held until the transaction ends. */
    public long next(String series, int digits, UnitOfWork unit) {
        return next(series, digits, 1, unit);
    }

    /**
     * The next numbers of a series, which is held until the transaction ends.
     *
     * @param count how many, one after the other
     * @return the first of them
     */
    public long next(String series, int digits, int count, UnitOfWork unit) {
        Optional<Numbers> known = held(series, unit);
        Numbers numbers = known.orElseGet(() -> Numbers.of(series));
        long last = numbers.next(digits, count);
        keep(numbers, "give", Map.of("number", Long.toString(last)), DomainEvent.NONE, unit);
        if (known.isEmpty()) {
            // A row that is not there yet holds nobody up: written at the end alone, it would meet the others of a new
            // year's first moment when all of them have locked what comes after it
            flush(unit);
        }
        return last - count + 1;
    }
}
