package org.yichuang.tenancy.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.domain.TenantChange;
import org.yichuang.tenancy.internal.domain.TenantRow;
import org.yichuang.tenancy.internal.persistence.CalendarRows;
import org.yichuang.tenancy.internal.persistence.TenantRows;

/**
 * The rows of centres and calendars. Every change counts the revision on, in the transaction that writes it and its
 * journal entry: two nodes that have judged by the same revision do not both write.
 */
public class TenancyStore implements ChainHeadProvider {
    /** Of which nothing has been read yet. */
    static final int NO_DATABASE = -1;

    private static final String CENTRE = "centre";
    private static final String NOTICES = "holiday notices and whether the centres that prove them are there";
    /** Reading concerns all centres; the transaction wants one. */
    private static final TenantId ALL = new TenantId("all-centres");

    private final Transactions transactions;
    private final PlatformClock clock;
    private final TenantRows rows = new TenantRows();
    private final CalendarRows calendars = new CalendarRows();
    private final CalendarTrail trail;

    public TenancyStore(Transactions transactions, PlatformClock clock, CalendarTrail trail) {
        this.transactions = transactions;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * What has been changed.
     *
     * @param revision the number of the last change
     * @param database in which database, as {@link Transactions#databaseChanges} counts them
     * @param isWhole whether this is all there is, and what else was known is there no more
     * @param centres their rows
     * @param notices holiday notices as JSON
     */
    record News(long revision, int database, boolean isWhole, List<TenantRow> centres, List<String> notices) {}

    /**
     * Returns what has been changed after a revision; empty when nothing has. Another database, and one that is older
     * than the revision as it has been restored from a backup, is given as a whole.
     *
     * @param database that of the last news, {@link #NO_DATABASE} where there were none yet
     */
    Optional<News> since(long revision, int database) {
        return transactions.readAcrossTenants(system(ALL), "the tree of centres", unit -> {
            long present = rows.revision(unit.connection());
            int here = transactions.databaseChanges();
            boolean isAnother = present < revision || database != NO_DATABASE && here != database;
            long from = isAnother ? 0 : revision;
            return present == revision && !isAnother
                    ? Optional.<News>empty()
                    : Optional.of(new News(
                            present,
                            here,
                            isAnother,
                            rows.changedSince(unit.connection(), from),
                            calendars.changedSince(unit.connection(), from)));
        });
    }

    /** Returns up to {@code most} rows of holiday notices that a centre's trail proves, behind one of them. */
    List<RowState> notices(CalendarRows.Trail trail, Optional<CalendarRows.Key> after, int most) {
        return transactions.readAcrossTenants(
                system(ALL), NOTICES, unit -> calendars.states(unit.connection(), trail, after, most));
    }

    /** Returns the row of a holiday notice, if a centre's trail proves it. */
    Optional<RowState> notice(CalendarRows.Trail trail, CalendarRows.Key key) {
        return transactions.readAcrossTenants(
                system(ALL), NOTICES, unit -> calendars.state(unit.connection(), trail, key));
    }

    /** Returns the digests of all files that were ever taken, as {@code source digest}. */
    Set<String> imports() {
        return transactions.read(system(ALL), unit -> new HashSet<>(rows.imports(unit.connection())));
    }

    /** A call of the platform itself. */
    CallContext system(TenantId tenant) {
        return CallContext.system(
                tenant, clock.clock().instant(), Ids.next(clock.clock().instant()));
    }

    /**
     * Writes a change of a centre, with its entry in the centre's own journal.
     *
     * @param revision the revision by which the change was judged
     * @throws ProblemException {@link CommonError#CHANGED_MEANWHILE} when it is no longer the present one
     */
    void save(TenantChange change, long revision, CallContext context) {
        transactions.write(at(change.id(), context), Long.class, unit -> {
            advance(unit, revision);
            Map<String, String> values = change.after().or(change::before).orElseThrow();
            Optional<RowState> before = rows.state(unit.connection(), change.id());
            TenantRow row = new TenantRow(
                    change.id(),
                    change.source(),
                    values,
                    revision + 1,
                    change.after().isEmpty());
            ChainHead head = unit.record(
                    new AuditEntry(
                            CENTRE,
                            change.id().value(),
                            change.action(),
                            before.map(RowState::digest).orElse(""),
                            TenantRows.digest(row),
                            change.details()),
                    before.flatMap(RowState::head).orElse(ChainHead.START));
            rows.save(unit.connection(), row, head);
            if (change.isFromFile()) {
                rows.noteImport(unit.connection(), change.source(), digest(values));
            }
            return revision + 1;
        });
    }

    /** Refuses a change of a centre, unless it is a repeated command that has been done. */
    void refuse(TenantId centre, ProblemException refusal, CallContext context) {
        transactions.write(at(centre, context), Long.class, unit -> {
            throw refusal;
        });
    }

    private void advance(UnitOfWork unit, long revision) {
        if (!rows.advance(unit.connection(), revision)) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE,
                    LocalizedMessage.of(TenancyStore.class, "tenants.changed-meanwhile"));
        }
    }

    /**
     * Writes a holiday notice, with its entry in the trail that its chain is in.
     *
     * @param json the notice as JSON
     * @param source the file it comes from, empty when a person has given it
     * @param root the centre whose trail a new notice's chain is in
     */
    void save(CalendarNotice notice, String json, String source, long revision, TenantId root, CallContext context) {
        TenantId centre = trail.centre(notice, context).orElse(root);
        transactions.write(at(centre, context), Long.class, unit -> {
            advance(unit, revision);
            trail.save(notice, json, source, revision + 1, unit);
            if (!source.isEmpty()) {
                rows.noteImport(unit.connection(), source, Digests.sha256(json));
            }
            return revision + 1;
        });
    }

    /** The digest of a centre's settings, whatever order they come in. */
    static String digest(Map<String, String> values) {
        return Digests.sha256(TenantRows.write(values));
    }

    /** The same call in the journal of another centre, which names the person with the centre that he belongs to. */
    private static CallContext at(TenantId centre, CallContext context) {
        if (centre.equals(context.tenant())) {
            return context;
        }
        Actor guest = context.actor().named(context.actor().account() + "@" + context.tenant());
        return new CallContext(
                centre, guest, context.at(), context.requestId(), context.idempotencyKey(), context.expectedVersion());
    }

    @Override
    public String aggregateType() {
        return CENTRE;
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return after.isPresent()
                ? List.of()
                : row(tenant, tenant.value()).stream().toList();
    }

    @Override
    public Optional<RowState> row(TenantId tenant, String id) {
        return id.equals(tenant.value())
                ? transactions.read(system(tenant), unit -> rows.state(unit.connection(), tenant))
                : Optional.empty();
    }

    @Override
    public String shape(TenantId tenant) {
        return TenantRows.shape();
    }
}
