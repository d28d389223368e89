package org.yichuang.documents.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.PaperContent;
import org.yichuang.documents.internal.pdf.PaperPrinter;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Makes the files of issued documents: at once after the commit on this node, and what is left over by the job. Two who
 * print the same document at once make two files, of which the first is kept.
 */
public class Printer {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);
    private static final int WAITING = 1_000;
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;

    private final DocumentRows rows;
    private final ContentSeal seal;
    private final FileStore files;
    private final Transactions transactions;
    private final Clock clock;
    private final PaperPrinter papers;
    private final ThreadPoolExecutor thread;

    public Printer(DocumentRows rows, ContentSeal seal, FileStore files, Transactions transactions, Clock clock) {
        this(rows, seal, files, transactions, clock, new PaperPrinter());
    }

    Printer(
            DocumentRows rows,
            ContentSeal seal,
            FileStore files,
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

    /** Prints a document soon, or leaves it to the job where too many wait. */
    void wake(TenantId tenant, String id) {
        thread.execute(() -> ForeignCode.run(
                () -> print(id, CallContext.system(tenant, clock.instant(), "print"), unit -> {}),
                failure -> LOG.warn("{}: document {} is printed later: {}", tenant, id, failure.toString())));
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
        Throwable[] thrown = new Throwable[1];
        ForeignCode.run(() -> printOnce(id, context, first), e -> thrown[0] = e);
        if (thrown[0] instanceof ProblemException problem && problem.code() == JournalError.LEASE_LOST) {
            throw problem;
        }
        if (thrown[0] != null) {
            failed(id, thrown[0], context, first);
        }
    }

    private void printOnce(String id, CallContext context, Consumer<UnitOfWork> first) {
        IssuedDocument document = transactions.read(context, unit -> rows.get(id, unit));
        if (document.file().isPresent()) {
            return;
        }
        PaperContent content = seal.open(document, context.tenant());
        byte[] pdf = papers.print(content.paper(document.number(), document.code()));
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            file(id, pdf, unit);
            return null;
        });
    }

    private void file(String id, byte[] pdf, UnitOfWork unit) {
        IssuedDocument document = rows.held(id, unit);
        if (document.file().isPresent()) {
            return;
        }
        String sha256 = files.keepOwn(pdf, unit).sha256();
        files.use(sha256, DocumentRows.TYPE + "/" + id, unit);
        document.filed(sha256);
        rows.record(unit, document, "print", Map.of("sha256", sha256));
        rows.printed(id, unit);
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
