package org.yichuang.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * The real unit of work of one module: an empty database with the tables of the journal, of the module and of others
 * whose services it calls, the module's persistence unit, keys that repeat, leases that fence. What committed
 * transactions have recorded and sent is noted as well, as it was said. The database is Derby unless
 * {@code yichuang.test.database} says otherwise.
 *
 * <p>A world that is closed is emptied and serves the next test class of this process: schemas are slow to make.
 */
public final class ModuleTransactions implements Transactions, AutoCloseable {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Map<String, Deque<ModuleTransactions>> IDLE = new HashMap<>();

    private final String module;
    private final String key;
    private final Path folder;
    private final TestDatabase database;
    private final TestNode node;
    private final EntityManagerFactory persistenceUnit;
    private final Map<String, EntityManagerFactory> otherUnits = new ConcurrentHashMap<>();
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private final List<Sent> messages = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, UnitOfWork.Lease> leases = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger cleared = new AtomicInteger();
    private volatile Consumer<CallContext> beforeWriting = call -> {};
    private volatile boolean anchorsOverdue;

    /** An audit entry of a committed transaction, as the module gave it. */
    public record Entry(TenantId tenant, AuditEntry entry) {}

    /** A message of a committed transaction. */
    public record Sent(TenantId sender, OutgoingMessage message) {}

    private ModuleTransactions(String module, String... others) {
        this.module = module;
        this.key = key(module, others);
        try {
            folder = Files.createTempDirectory("yichuang-" + module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] changelogs = Stream.concat(Stream.of(module), Stream.of(others))
                .map(each -> "db/changelog/" + each + ".xml")
                .toArray(String[]::new);
        database = TestDatabase.lasting(TestDatabase.chosen().get(0), changelogs);
        node = new TestNode(database, folder.toFile(), new TestClock());
        persistenceUnit = node.entities(module);
        Runtime.getRuntime().addShutdownHook(new Thread(this::deleteFolder));
    }

    /**
     * Opens a module's world, which is empty.
     *
     * @param module its word: the name of its persistence unit and of its changelog
     * @param others the words of those whose tables are there as well
     */
    public static ModuleTransactions open(String module, String... others) {
        ModuleTransactions idle;
        synchronized (IDLE) {
            idle = IDLE.computeIfAbsent(key(module, others), key -> new ArrayDeque<>())
                    .poll();
        }
        return idle == null ? new ModuleTransactions(module, others) : idle;
    }

    private static String key(String module, String... others) {
        return module + "," + String.join(",", others);
    }

    /** The module's persistence unit. */
    public EntityManagerFactory persistenceUnit() {
        return persistenceUnit;
    }

    /** The persistence unit of another, whose tables are there. */
    public EntityManagerFactory persistenceUnit(String other) {
        return otherUnits.computeIfAbsent(other, node::entities);
    }

    /** What was recorded, in the order of the commits. */
    public List<Entry> entries() {
        return entries;
    }

    /** What was sent and nobody has taken out of this list. */
    public List<Sent> messages() {
        return messages;
    }

    /** What was sent and is still in the outbox. */
    public WaitingMessages waiting() {
        return node.waiting();
    }

    /** What is read of the audit trail. */
    public Journal journal() {
        return node.journal();
    }

    /** Has the verification of the audit trail compare rows of a kind. */
    public void prove(ChainHeadProvider rows) {
        node.prove(rows);
    }

    /** How many transactions there were, reading ones among them. */
    public int begun() {
        return begun.get();
    }

    /** How many of them only read. */
    public int reads() {
        return reads.get();
    }

    /** Says what befalls the next transactions that write, before they begin: a database that goes away, a slow one. */
    public void beforeWriting(Consumer<CallContext> event) {
        beforeWriting = event;
    }

    /** From now on entries wait for anchors that do not come. */
    public void loseAnchors() {
        anchorsOverdue = true;
    }

    /** Runs a statement behind the module's back. */
    public void sql(String statement) {
        database.run(statement);
    }

    /** The first column of a question behind the module's back, as texts. */
    public List<String> texts(String question) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    /** The module's tables and columns that hold a text anywhere in one of their values. */
    public List<String> holding(String canary) {
        List<String> found = new ArrayList<>();
        for (String column : columns()) {
            String table = column.substring(0, column.indexOf('.'));
            if (texts("SELECT " + column + " FROM " + table).stream()
                    .anyMatch(value -> value != null && value.contains(canary))) {
                found.add(column.toUpperCase(Locale.ROOT));
            }
        }
        return found;
    }

    private List<String> columns() {
        try (Connection connection = database.source().getConnection()) {
            List<String> columns = new ArrayList<>();
            for (String table : tables(connection)) {
                if (!table.toLowerCase(Locale.ROOT).startsWith(module + "_")) {
                    continue;
                }
                try (ResultSet row = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
                    while (row.next()) {
                        columns.add(table + "." + row.getString("COLUMN_NAME"));
                    }
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a lease, or renews it: as the runner of jobs does, which keeps its token from run to run. */
    public UnitOfWork.Lease lease(String name) {
        UnitOfWork.Lease lease = Optional.ofNullable(leases.get(name))
                .flatMap(node.leases()::renew)
                .or(() -> node.leases().acquire(name, LEASE))
                .orElseThrow();
        leases.put(name, lease);
        return lease;
    }

    /** Lets a lease lapse: whoever takes it next has another token, as if somebody else had had it meanwhile. */
    public void lapse(String lease) {
        leases.remove(lease);
        database.run("UPDATE JOURNAL_LEASE SET UNTIL_MICROS=0 WHERE LEASE_NAME='" + lease + "'");
    }

    @Override
    public int databaseChanges() {
        return node.transactions().databaseChanges() + cleared.get();
    }

    /** Forgets everything: the rows of all tables, and what was noted. It is another database then. */
    public void clear() {
        cleared.incrementAndGet();
        beforeWriting = call -> {};
        anchorsOverdue = false;
        entries.clear();
        messages.clear();
        leases.clear();
        begun.set(0);
        reads.set(0);
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (!table.toUpperCase(Locale.ROOT).startsWith("DATABASECHANGELOG")
                        && !table.equalsIgnoreCase("JOURNAL_MARK")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        begun.incrementAndGet();
        beforeWriting.accept(context);
        Notes notes = new Notes();
        return node.transactions().write(context, answer, unit -> {
            notes.clear();
            T done = work.run(new NotedUnit(unit, notes, anchorsOverdue));
            unit.afterCommit(() -> notes.keep(this));
            return done;
        });
    }

    @Override
    public boolean isAnswered(CallContext context) {
        return node.transactions().isAnswered(context);
    }

    @Override
    public <T> Optional<T> answered(CallContext context, Class<T> answer) {
        return node.transactions().answered(context, answer);
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        begun.incrementAndGet();
        reads.incrementAndGet();
        return node.transactions().read(context, work);
    }

    @Override
    public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
        begun.incrementAndGet();
        reads.incrementAndGet();
        return node.transactions().readAcrossTenants(context, reason, work);
    }

    @Override
    public void close() {
        clear();
        synchronized (IDLE) {
            IDLE.get(key).add(this);
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a transaction would leave; a second try begins anew. */
    static final class Notes {
        private final List<Entry> recorded = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();

        void clear() {
            recorded.clear();
            sent.clear();
        }

        void add(TenantId tenant, AuditEntry entry) {
            recorded.add(new Entry(tenant, entry));
        }

        void add(TenantId tenant, OutgoingMessage message) {
            sent.add(new Sent(tenant, message));
        }

        private void keep(ModuleTransactions world) {
            world.entries.addAll(recorded);
            world.messages.addAll(sent);
        }
    }
}
