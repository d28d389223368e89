package org.yichuang.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/** Writes a row for each event of the module {@code drill}; one that comes twice or too early fails. */
public final class CountingListener implements EventListener {
    /** The module whose events it counts. */
    public static final String MODULE = "drill";

    private static final String CREATE =
            """
            CREATE TABLE HEARD (TENANT VARCHAR(40) NOT NULL, LISTENER VARCHAR(60) NOT NULL, AGGREGATE VARCHAR(100)
              NOT NULL, SEQ BIGINT NOT NULL, PRIMARY KEY (TENANT, LISTENER, AGGREGATE, SEQ))""";
    private static final String LAST = "SELECT MAX(SEQ) FROM HEARD WHERE TENANT=? AND LISTENER=? AND AGGREGATE=?";
    private static final String HEAR = "INSERT INTO HEARD (TENANT, LISTENER, AGGREGATE, SEQ) VALUES (?,?,?,?)";
    private static final String COUNT = "SELECT COUNT(*) FROM HEARD WHERE LISTENER=?";

    private final String name;

    /** Begins at the beginning. */
    public CountingListener(String name) {
        this.name = name;
    }

    /** Makes the table of what was heard. */
    public static void createTable(TestDatabase database) {
        database.createTable(CREATE);
    }

    /** How many events a listener has heard. */
    public static long heard(TestDatabase database, String listener) {
        try (Connection connection = database.source().getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, listener);
            return number(count);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Start start() {
        return Start.BEGINNING;
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(MODULE);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        Connection connection = unit.connection();
        try (PreparedStatement last = connection.prepareStatement(LAST);
                PreparedStatement hear = connection.prepareStatement(HEAR)) {
            bind(last, event);
            if (number(last) != event.sequence() - 1) {
                throw new IllegalStateException("Out of order: " + event.aggregateId() + " " + event.sequence());
            }
            bind(hear, event);
            hear.setLong(4, event.sequence());
            hear.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(PreparedStatement statement, EventEnvelope event) throws SQLException {
        statement.setString(1, event.tenant().value());
        statement.setString(2, name);
        statement.setString(3, event.aggregateId());
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
