package org.yichuang.cases.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Transactions on a database in memory, made by the module's own changelog; entries and messages are kept in lists. */
final class DerbyTransactions implements Transactions, AutoCloseable {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    final List<Entry> entries = new ArrayList<>();
    final List<Sent> messages = new ArrayList<>();
    /** How many transactions there were. */
    int begun;

    /** What befalls the next transactions that write, e.g. a database that goes away. */
    Consumer<CallContext> beforeWriting = call -> {};

    private final String url;
    private final EntityManagerFactory persistenceUnit;
    private final Map<String, Object> answers = new HashMap<>();

    /** An entry of a committed transaction. */
    record Entry(TenantId tenant, AuditEntry entry) {}

    /** A message of a committed transaction. */
    record Sent(TenantId sender, OutgoingMessage message) {}

    DerbyTransactions(String name) {
        url = "jdbc:derby:memory:" + name;
        migrate();
        persistenceUnit = Persistence.createEntityManagerFactory(
                "cases",
                Map.of(
                        "javax.persistence.transactionType", "RESOURCE_LOCAL",
                        "javax.persistence.jtaDataSource", "",
                        "javax.persistence.jdbc.driver", "org.apache.derby.jdbc.EmbeddedDriver",
                        "javax.persistence.jdbc.url", url,
                        "eclipselink.session-name", name));
    }

    private void migrate() {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            Liquibase liquibase = new Liquibase(
                    "db/changelog/cases.xml",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update("");
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    EntityManagerFactory persistenceUnit() {
        return persistenceUnit;
    }

    /** Runs a statement behind the module's back. */
    void sql(String text) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text in a case's column. */
    String text(String column, String number) {
        return texts("SELECT " + column + " FROM CASES_CASE WHERE CASE_NUMBER='" + number + "'")
                .get(0);
    }

    /** The tables and columns that hold a text anywhere in one of their values. */
    List<String> holding(String canary) {
        List<String> found = new ArrayList<>();
        for (String table : List.of("CASES_CASE", "CASES_FILE", "CASES_DRAFT", "CASES_UPKEEP")) {
            for (String column :
                    texts("SELECT COLUMNNAME FROM SYS.SYSCOLUMNS C, SYS.SYSTABLES T WHERE T.TABLEID=C.REFERENCEID"
                            + " AND T.TABLENAME='" + table + "'")) {
                if (texts("SELECT " + column + " FROM " + table).stream()
                        .anyMatch(value -> value != null && value.contains(canary))) {
                    found.add(table + "." + column);
                }
            }
        }
        return found;
    }

    private List<String> texts(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets everything. */
    void clear() {
        beforeWriting = call -> {};
        entries.clear();
        messages.clear();
        answers.clear();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM CASES_CASE");
            statement.executeUpdate("DELETE FROM CASES_FILE");
            statement.executeUpdate("DELETE FROM CASES_DRAFT");
            statement.executeUpdate("DELETE FROM CASES_UPKEEP");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        begun++;
        beforeWriting.accept(context);
        LocalUnit unit = new LocalUnit(context);
        try {
            T result = work.run(unit);
            unit.entities.getTransaction().commit();
            entries.addAll(unit.recorded);
            messages.addAll(unit.sent);
            context.idempotencyKey().ifPresent(key -> answers.put(key.key(), result));
            unit.afterCommit.forEach(Runnable::run);
            return result;
        } catch (ProblemException refusal) {
            Object kept =
                    context.idempotencyKey().map(key -> answers.get(key.key())).orElse(null);
            if (kept == null) {
                throw refusal;
            }
            return answer.cast(kept);
        } finally {
            unit.close();
        }
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        begun++;
        LocalUnit unit = new LocalUnit(context);
        try {
            return work.run(unit);
        } finally {
            unit.close();
        }
    }

    @Override
    public void close() {
        persistenceUnit.close();
        try {
            DriverManager.getConnection(url + ";drop=true").close();
        } catch (SQLException dropped) {
            // Derby reports the drop itself as an exception
            if (!"08006".equals(dropped.getSQLState())) {
                throw new IllegalStateException(dropped);
            }
        }
    }

    private final class LocalUnit implements UnitOfWork {
        private final CallContext context;
        private final EntityManager entities;
        private final List<Entry> recorded = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private final List<Runnable> afterCommit = new ArrayList<>();

        LocalUnit(CallContext context) {
            this.context = context;
            entities = RowDigests.open(persistenceUnit, context.tenant());
            entities.getTransaction().begin();
        }

        void close() {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            if (entities.isOpen()) {
                entities.close();
            }
        }

        @Override
        public CallContext context() {
            return context;
        }

        @Override
        public EntityManager entities(EntityManagerFactory ours) {
            return entities;
        }

        @Override
        public Connection connection() {
            return entities.unwrap(Connection.class);
        }

        @Override
        public ChainHead record(AuditEntry entry, ChainHead previous) {
            recorded.add(new Entry(context.tenant(), entry));
            return new ChainHead(previous.sequence() + 1, "h" + (previous.sequence() + 1));
        }

        @Override
        public void send(OutgoingMessage message) {
            sent.add(new Sent(context.tenant(), message));
        }

        @Override
        public String firstSeen(String topic, String messageId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(String topic, String messageId, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void require(Lease lease) {
            if (lease.token() < 1) {
                throw new IllegalStateException("No lease");
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }
    }
}
