package org.yichuang.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.yichuang.journal.internal.persistence.Sql;

/** How many rows of the outbox a database reads for what is done meanwhile, as it counts them itself. */
final class RowsRead {
    private static final String OF_THE_SERVER =
            """
            SELECT COALESCE(SEQ_TUP_READ,0)+COALESCE(IDX_TUP_FETCH,0) FROM PG_STAT_USER_TABLES
            WHERE RELNAME='journal_outbox'""";
    private static final String TELL = "SELECT 1 FROM pg_stat_force_next_flush()";
    private static final String COUNT = "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)";
    private static final String COUNTED = "VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()";
    private static final Pattern VISITED = Pattern.compile("Number of rows visited=(\\d+)");
    /** What an index has still of rows that have left it, until Derby clears it. */
    private static final Pattern LEFT = Pattern.compile("Number of deleted rows visited=(\\d+)");

    private final Store store;
    private final DataSource source;
    /** What Derby has told so far, after each statement. */
    private long visited;

    RowsRead(Store store) {
        this.store = store;
        this.source = store.source();
    }

    /** What a house is to work with that is watched. */
    DataSource source() {
        return store == Store.POSTGRESQL
                ? source
                : proxy(
                        DataSource.class,
                        source,
                        (method, result) -> result instanceof Connection connection ? watched(connection) : result);
    }

    /** Does something, and says how many rows were read for it. */
    long readBy(House house, Runnable work) {
        long before = read(house);
        work.run();
        return read(house) - before;
    }

    private long read(House house) {
        if (store != Store.POSTGRESQL) {
            return visited;
        }
        // the pool gives the same connection each time, which tells what it has counted when a transaction ends
        house.boundary.readSql(RowScope.DEPLOYMENT, connection -> Sql.first(connection, TELL, row -> row.getInt(1)));
        return house.boundary
                .readSql(RowScope.DEPLOYMENT, connection -> Sql.first(connection, OF_THE_SERVER, row -> row.getLong(1)))
                .orElseThrow();
    }

    private Connection watched(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(COUNT);
        }
        return proxy(
                Connection.class,
                connection,
                (method, result) ->
                        result instanceof PreparedStatement statement ? watched(statement, connection) : result);
    }

    private PreparedStatement watched(PreparedStatement statement, Connection connection) {
        return proxy(PreparedStatement.class, statement, (method, result) -> {
            if (method.getName().equals("close")) {
                count(connection);
            }
            return result;
        });
    }

    private void count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet told = statement.executeQuery(COUNTED)) {
            String said = told.next() ? String.valueOf(told.getString(1)) : "";
            visited += sum(VISITED.matcher(said)) - sum(LEFT.matcher(said));
        }
    }

    private static long sum(Matcher scans) {
        long sum = 0;
        while (scans.find()) {
            sum += Long.parseLong(scans.group(1));
        }
        return sum;
    }

    private static <T> T proxy(Class<T> type, T behind, After after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.went(method, method.invoke(behind, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What becomes of the result of a call. */
    @FunctionalInterface
    private interface After {
        Object went(Method method, Object result) throws SQLException;
    }
}
