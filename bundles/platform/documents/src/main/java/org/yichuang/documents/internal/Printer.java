package org.yichuang.documents.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.PaperContent;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.pdf.PaperPrinter;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Makes the files of issued documents: at once after the commit on this node, and what is left over by the job. Two who
 * print the same document at once make two files, of which the first is kept.
 */
public class Printer {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);
    /** As many as a busy machine prints within the grace. */
    private static final int WAITING = 100;

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_OVERTAKEN = 5;
    private static final Consumer<UnitOfWork> NOTHING = unit -> {};

    private final DocumentRows rows;
    private final ContentSeal seal;
    private final DatabaseFileStore files;
    private final Transactions transactions;
    private final Clock clock;
    private final PaperPrinter papers;
    private final ThreadPoolExecutor thread;

    public Printer(
            DocumentRows rows, ContentSeal seal, DatabaseFileStore files, Transactions transactions, Clock clock) {
        this(rows, seal, files, transactions, clock, new PaperPrinter());
    }

    Printer(
            DocumentRows rows,
            ContentSeal seal,
            DatabaseFileStore files,
            Transactions transactions,
            Clock clock,
            PaperPrinter papers) {
        this.rows = rows;
        this.seal = seal;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
        this.papers = papers;
        this.thread = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                work -> new Thread(work, "yichuang-printer"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    DocumentRows rows() {
        return rows;
    }

    ContentSeal seal() {
        return seal;
    }

    /**
     * Prints a document soon, or leaves it to the job where too many wait.
     *
     * @param document as its transaction has left it, and
     * @param content what it says: neither need be read again
     */
    void wake(TenantId tenant, IssuedDocument document, PaperContent content) {
        long woken = System.nanoTime();
        thread.execute(() -> ForeignCode.run(
                () -> {
                    CallContext context = CallContext.system(tenant, clock.instant(), "print");
                    if (System.nanoTime() - woken > GRACE.dividedBy(2).toNanos()) {
                        print(document.id(), context, NOTHING); // by now the job may have printed it
                    } else {
                        tried(document.id(), () -> file(document, content, context, NOTHING), context, NOTHING);
                    }
                },
                failure ->
                        LOG.warn("{}: document {} is printed later: {}", tenant, document.id(), failure.toString())));
    }

    /** How long the job leaves a document to this node: not at all where none is printed, or too many wait. */
    Duration grace() {
        return thread.isShutdown() || thread.getQueue().remainingCapacity() == 0 ? Duration.ZERO : GRACE;
    }

    /** Stops taking documents; what waits is printed after the next start. */
    public void stop() {
        thread.shutdownNow();
    }

    /**
     * Prints a document that has no file yet; when that fails, it is noted when to try again.
     *
     * @param first what each transaction begins with
     */
    void print(String id, CallContext context, Consumer<UnitOfWork> first) {
        tried(
                id,
                () -> {
                    IssuedDocument document = read(id, context);
                    if (document.file().isEmpty()) {
                        file(document, seal.open(document, context.tenant()), context, first);
                    }
                },
                context,
                first);
    }

    private void tried(String id, Runnable work, CallContext context, Consumer<UnitOfWork> first) {
        Throwable[] thrown = new Throwable[1];
        ForeignCode.run(work, e -> thrown[0] = e);
        if (thrown[0] instanceof ProblemException problem && problem.code() == JournalError.LEASE_LOST) {
            throw problem;
        }
        if (thrown[0] != null) {
            failed(id, thrown[0], context, first);
        }
    }

    private IssuedDocument read(String id, CallContext context) {
        return transactions.read(context, unit -> rows.get(id, unit));
    }

    /** What it says never changes: one that was revoked meanwhile, or put under another key, has the same file. */
    private void file(IssuedDocument issued, PaperContent content, CallContext context, Consumer<UnitOfWork> first) {
        byte[] pdf = papers.print(content.paper(issued.number(), issued.code()));
        IssuedDocument document = issued;
        for (int overtaken = 0; document.file().isEmpty(); overtaken++) {
            try {
                keep(document, pdf, context, first);
                return;
            } catch (DocumentRows.OvertakenException | ProblemException e) {
                if (overtaken == MOST_OVERTAKEN || !isOvertaken(e)) {
                    throw e;
                }
                document = read(document.id(), context);
            }
        }
    }

    /** Either way somebody else was first: with the document, or with the bytes of its file. */
    private static boolean isOvertaken(RuntimeException failure) {
        return !(failure instanceof ProblemException problem) || problem.code() == CommonError.CHANGED_MEANWHILE;
    }

    private void keep(IssuedDocument document, byte[] pdf, CallContext context, Consumer<UnitOfWork> first) {
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            JointStatements together = new JointStatements();
            String sha256 = files.addOwn(pdf, DocumentRows.TYPE + "/" + document.id(), together, unit);
            rows.filed(document, sha256, together, unit);
            return null;
        });
    }

    /** What is noted of it holds nothing of the document itself. */
    private void failed(String id, Throwable cause, CallContext context, Consumer<UnitOfWork> first) {
        LOG.error("{}: document {} cannot be printed", context.tenant(), id, cause);
        String error = cause instanceof ProblemException problem
                ? problem.code().code()
                : cause.getClass().getSimpleName();
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            Optional<Integer> attempts = rows.attempts(id, unit);
            attempts.ifPresent(before ->
                    rows.failed(id, error, FIRST_REST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS)), unit));
            return null;
        });
    }
}
