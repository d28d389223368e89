package org.yichuang.journal.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Verifications;
import org.yichuang.journal.internal.ProofNotes.Note;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** One thread of this node that proves trails, and a bounded number of tenants that wait for it. */
public class QueuedVerifications implements Verifications {
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(QueuedVerifications.class);
    /** Of the notes about what is asked for. */
    static final String CHAIN = "trail";

    private static final int STOP_SECONDS = 10;

    private final ProofNotes notes;
    private final Verifier verifier;
    private final Set<TenantId> going = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> failed = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST), run -> {
                Thread own = new Thread(run, "yichuang-journal-verification");
                own.setDaemon(true);
                return own;
            });

    QueuedVerifications(ProofNotes notes, Verifier verifier) {
        this.notes = notes;
        this.verifier = verifier;
    }

    /** Ends; what is being proved is given up: it is waited for, as it may not look up before its next question. */
    public void stop() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A trail is still being proved; it goes on without us");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            ForeignCode.run(
                    () -> {
                        note(verifier.verify(tenant), context);
                        failed.remove(tenant);
                    },
                    failure -> {
                        failed.add(tenant);
                        LOG.warn("The trail of {} could not be proved", tenant, failure);
                    });
        } finally {
            going.remove(tenant);
        }
    }

    /** The command's key and version belong to the request, which has been answered. */
    private void note(Verification found, CallContext asked) {
        CallContext context = new CallContext(
                asked.tenant(), asked.actor(), asked.at(), asked.requestId(), Optional.empty(), Optional.empty());
        notes.add(found, context, unit -> {});
    }

    @Override
    public Status status(CallContext context) {
        context.require(JournalPermission.AUDIT);
        TenantId tenant = context.tenant();
        boolean isRunning = going.contains(tenant);
        Optional<Note> last = notes.last(tenant);
        return new Status(isRunning, failed.contains(tenant), last.map(Note::at), last.map(Note::found));
    }
}
