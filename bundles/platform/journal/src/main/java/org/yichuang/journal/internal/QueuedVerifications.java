package org.yichuang.journal.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.Verifications;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** One thread of this node that proves trails, and a bounded number of tenants that wait for it. */
public class QueuedVerifications implements Verifications {
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(QueuedVerifications.class);
    private static final String TYPE = "verification";
    private static final String CHAIN = "trail";

    private final Transactions transactions;
    private final Verifier verifier;
    private final Set<TenantId> going = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> failed = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST), run -> {
                Thread own = new Thread(run, "yichuang-journal-verification");
                own.setDaemon(true);
                return own;
            });

    public QueuedVerifications(Transactions transactions, Verifier verifier) {
        this.transactions = transactions;
        this.verifier = verifier;
    }

    /** Ends; what is being proved is given up. */
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public void start(CallContext context) {
        context.require(JournalPermission.AUDIT);
        if (!going.add(context.tenant())) {
            return;
        }
        try {
            thread.execute(() -> prove(context));
        } catch (RejectedExecutionException e) {
            going.remove(context.tenant());
            throw ProblemException.of(JournalError.VERIFICATION_BUSY);
        }
    }

    private void prove(CallContext context) {
        TenantId tenant = context.tenant();
        try {
            note(verifier.verify(tenant), context);
            failed.remove(tenant);
        } catch (RuntimeException | LinkageError e) {
            failed.add(tenant);
            LOG.warn("The trail of {} could not be proved", tenant, e);
        } finally {
            going.remove(tenant);
        }
    }

    /** The command's key and version belong to the request, which has been answered. */
    private void note(Verification found, CallContext asked) {
        CallContext context = new CallContext(
                asked.tenant(), asked.actor(), asked.at(), asked.requestId(), Optional.empty(), Optional.empty());
        Map<String, String> details = Map.of(
                "sound", Boolean.toString(found.sound()),
                "chains", Long.toString(found.chains()),
                "entries", Long.toString(found.entries()),
                "anchors", Long.toString(found.anchors()),
                "break", found.firstBreak(),
                "absent", String.join(",", found.absent()),
                "purged", Long.toString(found.purged()));
        transactions.write(context, Void.class, unit -> {
            unit.record(
                    new AuditEntry(TYPE, CHAIN, "verify", "", "", details),
                    EntryQueries.head(unit.connection(), context.tenant().value(), TYPE, CHAIN));
            return null;
        });
    }

    @Override
    public Status status(CallContext context) {
        context.require(JournalPermission.AUDIT);
        TenantId tenant = context.tenant();
        boolean isRunning = going.contains(tenant);
        Optional<EntryRow> last =
                transactions.read(context, unit -> EntryQueries.last(unit.connection(), tenant.value(), TYPE, CHAIN));
        return new Status(
                isRunning,
                failed.contains(tenant),
                last.map(entry -> JtaUnitOfWork.moment(entry.atMicros())),
                last.map(entry -> found(Json.texts(entry.details()))));
    }

    private static Verification found(Map<String, String> details) {
        return new Verification(
                Boolean.parseBoolean(details.get("sound")),
                Long.parseLong(details.get("chains")),
                Long.parseLong(details.get("entries")),
                Long.parseLong(details.get("anchors")),
                details.get("break"),
                0,
                Long.parseLong(details.getOrDefault("purged", "0")),
                Stream.of(details.getOrDefault("absent", "").split(","))
                        .filter(type -> !type.isEmpty())
                        .toList());
    }
}
