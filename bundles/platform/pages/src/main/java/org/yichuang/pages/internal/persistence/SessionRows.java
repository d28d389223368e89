package org.yichuang.pages.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.pages.internal.domain.Session;

/** The rows of sessions; moments are milliseconds in UTC, which no time zone can bend. */
public class SessionRows {
    private static final String FIND =
            "SELECT ACCOUNT, BEGAN_MILLIS, SEEN_MILLIS, ENDS_MILLIS FROM PAGES_SESSION WHERE TENANT=? AND HASH=?";
    private static final String ADD =
            "INSERT INTO PAGES_SESSION (TENANT, HASH, ACCOUNT, BEGAN_MILLIS, SEEN_MILLIS, ENDS_MILLIS) VALUES (?,?,?,?,?,?)";
    private static final String SEEN = "UPDATE PAGES_SESSION SET SEEN_MILLIS=? WHERE TENANT=? AND HASH=?";
    private static final String REMOVE = "DELETE FROM PAGES_SESSION WHERE TENANT=? AND HASH=?";
    private static final String PURGE = "DELETE FROM PAGES_SESSION WHERE TENANT=? AND SEEN_MILLIS<?";

    /** Finds a session by the hash of its secret. */
    public Optional<Session> find(UnitOfWork unit, String hash) {
        return run(unit, FIND, statement -> {
            statement.setString(1, tenant(unit));
            statement.setString(2, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Session(row.getString(1), moment(row, 2), moment(row, 3), moment(row, 4)))
                        : Optional.<Session>empty();
            }
        });
    }

    /** Adds a session. */
    public void add(UnitOfWork unit, String hash, Session session) {
        run(unit, ADD, statement -> {
            statement.setString(1, tenant(unit));
            statement.setString(2, hash);
            statement.setString(3, session.account());
            statement.setLong(4, session.began().toEpochMilli());
            statement.setLong(5, session.seen().toEpochMilli());
            statement.setLong(6, session.ends().toEpochMilli());
            return statement.executeUpdate();
        });
    }

    /** Notes that somebody is still there. */
    public void seen(UnitOfWork unit, String hash, Instant at) {
        run(unit, SEEN, statement -> {
            statement.setLong(1, at.toEpochMilli());
            statement.setString(2, tenant(unit));
            statement.setString(3, hash);
            return statement.executeUpdate();
        });
    }

    /** Removes a session. */
    public void remove(UnitOfWork unit, String hash) {
        run(unit, REMOVE, statement -> {
            statement.setString(1, tenant(unit));
            statement.setString(2, hash);
            return statement.executeUpdate();
        });
    }

    /** Removes the sessions in which nothing has been asked for since. */
    public void purge(UnitOfWork unit, Instant since) {
        run(unit, PURGE, statement -> {
            statement.setString(1, tenant(unit));
            statement.setLong(2, since.toEpochMilli());
            return statement.executeUpdate();
        });
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static <T> T run(UnitOfWork unit, String sql, Step<T> step) {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return step.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Sessions cannot be read or written", e);
        }
    }

    private interface Step<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
