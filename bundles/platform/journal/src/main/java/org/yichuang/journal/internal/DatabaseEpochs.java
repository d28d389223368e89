package org.yichuang.journal.internal;

import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Compares each tenant's last anchor outside of the database with those in it. An epoch is named by the moment at which
 * it began, in microseconds: a database that is set back twice to one copy has no epoch twice.
 */
public class DatabaseEpochs implements Epochs {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseEpochs.class);

    /** How long what was seen is believed: another node may have begun an epoch. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** As long as neighbours usually keep what they have sent. */
    private static final Duration WAITED_FOR = Duration.ofDays(35);

    private static final int ANSWERED_AT_A_TIME = 1_000;

    static final String AGGREGATE = "epoch";
    private static final int LONGEST_REASON = 200;
    private static final String FIND = "SELECT EPOCH, KNOWS_MICROS, SEAL FROM JOURNAL_EPOCH WHERE TENANT=?";
    private static final String ANSWERED =
            """
            SELECT AT_MICROS, MESSAGE_ID, ANSWER FROM JOURNAL_INBOX
            WHERE TENANT=? AND AT_MICROS>=? AND TOPIC=? AND (AT_MICROS>? OR MESSAGE_ID>?)
            ORDER BY AT_MICROS, MESSAGE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String FIRST =
            "INSERT INTO JOURNAL_EPOCH (EPOCH, KNOWS_MICROS, SEAL, TENANT) VALUES (?,?,?,?)";
    private static final String KNOWS = "SELECT COALESCE(MAX(AT_MICROS), 0) FROM JOURNAL_INBOX WHERE TENANT=?";
    /** Parked is what people do not wait for. */
    private static final String TOLD =
            "SELECT 1 FROM JOURNAL_OUTBOX WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'WAITING'";

    private static final String NEXT =
            "UPDATE JOURNAL_EPOCH SET EPOCH=?, KNOWS_MICROS=?, SEAL=? WHERE TENANT=? AND EPOCH=?";

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final ChainKey key;
    private final AnchorFiles files;
    private final Anchoring anchoring;
    private final Clock machineClock;
    private final Map<TenantId, Seen> seen = new ConcurrentHashMap<>();

    public DatabaseEpochs(
            TransactionBoundary boundary,
            Transactions transactions,
            ChainKey key,
            AnchorFiles files,
            Anchoring anchoring,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.key = key.derived("epoch");
        this.files = files;
        this.anchoring = anchoring;
        this.machineClock = machineClock;
    }

    @Override
    public long current(TenantId tenant) {
        Seen now = see(tenant);
        if (now.isSetBack()) {
            throw ProblemException.of(JournalError.DATABASE_SET_BACK);
        }
        return now.epoch();
    }

    @Override
    public List<TenantId> setBack() {
        TreeSet<TenantId> all = new TreeSet<>(anchoring.anchored());
        try {
            all.addAll(files.begun());
        } catch (IOException e) {
            LOG.debug("The register of the anchor files cannot be read: a proof says so", e);
        }
        return all.stream().filter(tenant -> see(tenant).isSetBack()).toList();
    }

    /** Looks whether a tenant's rows were set back, unless that has just been done. */
    Seen see(TenantId tenant) {
        Instant now = machineClock.instant();
        Seen last = seen.get(tenant);
        if (last == null
                || last.database() != boundary.guard().changes()
                || now.isBefore(last.at())
                || !now.isBefore(last.at().plus(REMEMBERED))) {
            last = look(tenant, now);
            seen.put(tenant, last);
        }
        return last;
    }

    /** One at a time: two must not begin a file anew. */
    private synchronized Seen look(TenantId tenant, Instant now) {
        int database = boundary.guard().changes();
        try {
            long known = files.epoch(tenant);
            AnchorHead filed = files.last(tenant); // before the database, which may go on meanwhile
            Stored stored = boundary.readSql(RowScope.of(tenant), connection -> stored(connection, tenant, filed));
            if (stored.epoch() > known) { // somebody has said so; or this node has only now come
                if (!stored.hasFiled()) {
                    files.beginAnew(tenant, known, stored.head());
                    anchoring.refiled(tenant, stored.head());
                    LOG.warn("{} is in a new epoch: what was anchored before it is kept as evidence", tenant);
                }
                files.keepEpoch(tenant, stored.epoch());
                return new Seen(stored.epoch(), false, database, now);
            }
            boolean isSetBack = stored.epoch() < known || !stored.hasFiled();
            if (isSetBack) {
                LOG.error(
                        "The database is older than what {} has anchored (anchor {} of the file): it says nothing to "
                                + "other centres until a new epoch is begun",
                        tenant,
                        filed.number());
            }
            return new Seen(stored.epoch(), isSetBack, database, now);
        } catch (IOException e) {
            LOG.error("The anchor file of {} cannot be compared with the database: {}", tenant, e.toString());
            return new Seen(epoch(tenant), false, database, now);
        }
    }

    private Stored stored(Connection connection, TenantId tenant, AnchorHead filed) {
        return new Stored(
                epoch(connection, tenant),
                hasFiled(connection, tenant, filed),
                AnchorQueries.head(connection, tenant.value()));
    }

    private static boolean hasFiled(Connection connection, TenantId tenant, AnchorHead filed) {
        return filed.number() == 0
                || AnchorQueries.hash(connection, tenant.value(), filed.number())
                        .filter(filed.hash()::equals)
                        .isPresent();
    }

    private long epoch(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> epoch(connection, tenant));
    }

    private long epoch(Connection connection, TenantId tenant) {
        return row(connection, tenant).map(Row::epoch).orElse(0L);
    }

    /** A row that was not written here says nothing. */
    private Optional<Row> row(Connection connection, TenantId tenant) {
        return Sql.first(
                        connection,
                        FIND,
                        row -> new Row(row.getLong(1), row.getLong(2), row.getString(3)),
                        tenant.value())
                .filter(row -> row.seal().equals(seal(tenant, row.epoch(), row.knows())));
    }

    @Override
    public Optional<Begun> begun(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> begun(connection, tenant));
    }

    @Override
    public Optional<Begun> begun(UnitOfWork unit) {
        return begun(unit.connection(), unit.context().tenant());
    }

    @Override
    public void answered(String topic, Instant since, Consumer<String> each, UnitOfWork unit) {
        Answered last = new Answered(JtaUnitOfWork.micros(since), "", null);
        List<Answered> page = answered(topic, last, unit);
        while (!page.isEmpty()) {
            page.forEach(answered -> each.accept(answered.answer()));
            page = answered(topic, page.get(page.size() - 1), unit);
        }
    }

    private static List<Answered> answered(String topic, Answered after, UnitOfWork unit) {
        return Sql.list(
                unit.connection(),
                ANSWERED,
                row -> new Answered(row.getLong(1), row.getString(2), row.getString(3)),
                unit.context().tenant().value(),
                after.at(),
                topic,
                after.at(),
                after.message(),
                ANSWERED_AT_A_TIME);
    }

    private Optional<Begun> begun(Connection connection, TenantId tenant) {
        Instant oldest = machineClock.instant().minus(WAITED_FOR);
        return row(connection, tenant)
                .filter(row -> Epochs.moment(row.epoch()).isAfter(oldest))
                .map(row -> new Begun(row.epoch(), JtaUnitOfWork.moment(row.knows())));
    }

    @Override
    public long begin(String reason, Beginning beginning, CallContext context) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DatabaseEpochs.class, "epoch-reason", LONGEST_REASON));
        }
        AnchorHead filed = lastFiled(context.tenant());
        long begun = transactions.write(context, Long.class, unit -> {
            long knows = Sql.first(
                            unit.connection(),
                            KNOWS,
                            row -> row.getLong(1),
                            context.tenant().value())
                    .orElse(0L);
            long epoch = begin(why, knows, filed, unit);
            beginning.begun(epoch, JtaUnitOfWork.moment(knows), unit);
            return epoch;
        });
        seen.remove(context.tenant());
        return begun;
    }

    @Override
    public boolean isAwaited(TenantId neighbour, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        if (isSetBack(tenant, unit.connection())) {
            return true;
        }
        Optional<Begun> begun = begun(unit);
        return begun.isPresent()
                && Sql.first(
                                unit.connection(),
                                TOLD,
                                row -> row.getInt(1),
                                tenant.value(),
                                Epochs.notice(begun.get().epoch(), tenant, neighbour))
                        .isEmpty();
    }

    /** Looks itself: perhaps nobody has yet, or what was seen was the database of before. */
    private boolean isSetBack(TenantId tenant, Connection connection) {
        try {
            long known = files.epoch(tenant);
            AnchorHead filed = files.last(tenant); // before the database, which may go on meanwhile
            long stored = epoch(connection, tenant);
            return stored < known || stored == known && !hasFiled(connection, tenant, filed);
        } catch (IOException e) {
            LOG.error("The anchor file of {} cannot be compared with the database: {}", tenant, e.toString());
            return false;
        }
    }

    private long begin(String why, long knows, AnchorHead filed, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        Connection connection = unit.connection();
        Optional<Long> stored = Sql.first(connection, FIND, row -> row.getLong(1), tenant.value());
        long next = Math.max(JtaUnitOfWork.micros(machineClock.instant()), stored.orElse(0L) + 1);
        int written = stored.isPresent()
                ? Sql.update(connection, NEXT, next, knows, seal(tenant, next, knows), tenant.value(), stored.get())
                : Sql.update(connection, FIRST, next, knows, seal(tenant, next, knows), tenant.value());
        if (written == 0) {
            throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
        }
        AnchorHead head = AnchorQueries.head(connection, tenant.value());
        unit.record(
                new AuditEntry(
                        AGGREGATE,
                        tenant.value(),
                        "begin",
                        stored.map(String::valueOf).orElse(""),
                        Long.toString(next),
                        Map.of(
                                "reason",
                                why,
                                "anchor",
                                Long.toString(head.number()),
                                "filed",
                                filed.number() + " " + filed.hash())),
                EntryQueries.head(connection, tenant.value(), AGGREGATE, tenant.value()));
        return next;
    }

    /** What this node has filed of what is not in the database any more: the entry keeps it. */
    private AnchorHead lastFiled(TenantId tenant) {
        try {
            return files.last(tenant);
        } catch (IOException e) {
            throw new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(DatabaseEpochs.class, "epoch-file-unreadable"));
        }
    }

    private String seal(TenantId tenant, long epoch, long knows) {
        return key.hash(tenant.value(), Long.toString(epoch), Long.toString(knows));
    }

    private record Row(long epoch, long knows, String seal) {}

    /** What was answered to a message, and when. */
    private record Answered(long at, String message, String answer) {}

    /** What the database says: the epoch, whether it has what the file says, and its own last anchor. */
    private record Stored(long epoch, boolean hasFiled, AnchorHead head) {}

    /** What was seen of a tenant, in which database, and when. */
    record Seen(long epoch, boolean isSetBack, int database, Instant at) {}
}
