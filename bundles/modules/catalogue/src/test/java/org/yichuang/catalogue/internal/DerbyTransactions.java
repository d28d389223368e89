package org.yichuang.catalogue.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Transactions on a database in memory, made by the module's own changelog; keys and entries are kept in lists. */
final class DerbyTransactions implements Transactions, AutoCloseable {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final String url;
    private final EntityManagerFactory persistenceUnit;
    private final Map<String, Object> answers = new HashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private int reads;

    DerbyTransactions(String name) {
        url = "jdbc:derby:memory:" + name;
        migrate();
        persistenceUnit = Persistence.createEntityManagerFactory(
                "catalogue",
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
                    "db/changelog/catalogue.xml",
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

    /** Forgets everything. */
    void clear() {
        entries.clear();
        answers.clear();
        reads = 0;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("CATALOGUE_ITEM", "CATALOGUE_VERSION", "CATALOGUE_IMPORT")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All entries of committed transactions. */
    List<AuditEntry> entries() {
        return entries;
    }

    /** How many reading transactions there were. */
    int reads() {
        return reads;
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        if (context.idempotencyKey().isPresent()
                && answers.containsKey(context.idempotencyKey().get().key())) {
            return answer.cast(answers.get(context.idempotencyKey().get().key()));
        }
        LocalUnit unit = new LocalUnit(context);
        try {
            T result = work.run(unit);
            unit.entities.getTransaction().commit();
            entries.addAll(unit.recorded);
            context.idempotencyKey().ifPresent(key -> answers.put(key.key(), result));
            return result;
        } finally {
            unit.close();
        }
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        reads++;
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
        private final List<AuditEntry> recorded = new ArrayList<>();

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
            throw new UnsupportedOperationException();
        }

        @Override
        public ChainHead record(AuditEntry entry, ChainHead previous) {
            recorded.add(entry);
            return new ChainHead(previous.sequence() + 1, "h" + (previous.sequence() + 1));
        }

        @Override
        public void send(OutgoingMessage message) {
            throw new UnsupportedOperationException();
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
            throw new UnsupportedOperationException();
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException();
        }
    }
}
