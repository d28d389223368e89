package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.Sql;

/** Leases as rows; they are measured by the database's clock, which all containers share. */
public class DatabaseLeases implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLeases.class);
    private static final String FIND = "SELECT HOLDER, TOKEN, UNTIL_MICROS FROM JOURNAL_LEASE WHERE LEASE_NAME=?";
    private static final String ALL =
            "SELECT LEASE_NAME, HOLDER, TOKEN, UNTIL_MICROS FROM JOURNAL_LEASE ORDER BY LEASE_NAME";
    private static final String FIRST =
            "INSERT INTO JOURNAL_LEASE (LEASE_NAME, HOLDER, TOKEN, UNTIL_MICROS) VALUES (?,?,1,?)";
    private static final String RENEW =
            "UPDATE JOURNAL_LEASE SET UNTIL_MICROS=? WHERE LEASE_NAME=? AND HOLDER=? AND TOKEN=?";
    private static final String TAKE_OVER =
            """
            UPDATE JOURNAL_LEASE SET HOLDER=?, TOKEN=TOKEN+1, UNTIL_MICROS=?
            WHERE LEASE_NAME=? AND TOKEN=? AND UNTIL_MICROS=?""";
    /** By how much the database's clock may be set back without voiding what is held. */
    private static final long TOLERANCE_MICROS = Duration.ofSeconds(5).toNanos() / 1_000;

    /** From this moment on, so that operators see since when nobody has had it. */
    private static final String GIVE_BACK =
            """
            UPDATE JOURNAL_LEASE SET UNTIL_MICROS=?
            WHERE LEASE_NAME=? AND HOLDER=? AND TOKEN=? AND UNTIL_MICROS>?""";

    private final TransactionBoundary boundary;
    private final Node node;

    public DatabaseLeases(TransactionBoundary boundary, Node node) {
        this.boundary = boundary;
        this.node = node;
    }

    @Override
    public Optional<UnitOfWork.Lease> acquire(String name, Duration duration) {
        return boundary.commitSql(RowScope.DEPLOYMENT, connection -> acquire(connection, name, duration));
    }

    private Optional<UnitOfWork.Lease> acquire(Connection connection, String name, Duration duration) {
        long now = Dialect.of(connection).nowMicros(connection);
        long until = now + duration.toNanos() / 1_000;
        Optional<Row> present =
                Sql.first(connection, FIND, row -> new Row(row.getString(1), row.getLong(2), row.getLong(3)), name);
        if (present.isEmpty()) {
            Sql.update(connection, FIRST, name, node.id(), until);
            return Optional.of(new UnitOfWork.Lease(name, 1, duration));
        }
        Row row = present.get();
        // Nobody holds a lease for longer than it is: one that ends later was written by no container
        boolean isForged = row.until > until + TOLERANCE_MICROS;
        if (isForged) {
            LOG.error("The lease {} ends at {}: void, and taken over", name, JtaUnitOfWork.moment(row.until));
        }
        if (row.until > now && !isForged && !row.holder.equals(node.id())) {
            return Optional.empty();
        }
        boolean taken = Sql.update(connection, TAKE_OVER, node.id(), until, name, row.token, row.until) == 1;
        return taken ? Optional.of(new UnitOfWork.Lease(name, row.token + 1, duration)) : Optional.empty();
    }

    @Override
    public Optional<UnitOfWork.Lease> renew(UnitOfWork.Lease lease) {
        return boundary.commitSql(RowScope.DEPLOYMENT, connection -> {
            long until = Dialect.of(connection).nowMicros(connection)
                    + lease.duration().toNanos() / 1_000;
            boolean renewed = Sql.update(connection, RENEW, until, lease.name(), node.id(), lease.token()) == 1;
            return renewed ? Optional.of(lease) : Optional.empty();
        });
    }

    @Override
    public void release(UnitOfWork.Lease lease) {
        boundary.commitSql(RowScope.DEPLOYMENT, connection -> {
            long now = Dialect.of(connection).nowMicros(connection);
            return Sql.update(connection, GIVE_BACK, now, lease.name(), node.id(), lease.token(), now);
        });
    }

    @Override
    public List<Held> held() {
        return boundary.readSql(
                RowScope.DEPLOYMENT,
                connection -> Sql.list(
                        connection,
                        ALL,
                        row -> new Held(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                JtaUnitOfWork.moment(row.getLong(4)).toString())));
    }

    private record Row(String holder, long token, long until) {}
}
