package org.yichuang.fees.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Numbers;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Series of numbers in the database. */
public class NumberRows extends FeeRows<Numbers> {
    /** Not a series: who posts shares it, who closes a day holds it. */
    private static final String BOOKS = "books";

    private static final int BOOKS_DIGITS = 18;
    private static final String ONE = "SELECT ID FROM FEES_NUMBERS WHERE TENANT=? AND ID=?";
    private static final String SHARED = ONE + " FOR SHARE";
    private static final String SHARED_ON_DERBY = ONE + " WITH RS";

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

    /**
     * Keeps the books of the centre open: nobody closes a day before the transaction has ended, and others post in the
     * same moment.
     */
    public void open(UnitOfWork unit) {
        if (!isShared(unit)) {
            next(BOOKS, BOOKS_DIGITS, unit);
        }
    }

    /** Waits for all who post, and lets nobody post before the transaction has ended. */
    public void close(UnitOfWork unit) {
        if (held(BOOKS, unit).isEmpty()) {
            next(BOOKS, BOOKS_DIGITS, unit);
        }
    }

    /** Shares the row until the transaction ends; false where it is not there yet. */
    private static boolean isShared(UnitOfWork unit) {
        Connection connection = unit.connection();
        try {
            boolean isPostgres =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            try (PreparedStatement statement = connection.prepareStatement(isPostgres ? SHARED : SHARED_ON_DERBY)) {
                statement.setString(1, unit.context().tenant().value());
                statement.setString(2, BOOKS);
                try (ResultSet found = statement.executeQuery()) {
                    return found.next();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The books cannot be kept open", e);
        }
    }
}
