package org.yichuang.documents.internal.scan;

import java.io.IOException;
import java.io.OutputStream;
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
import org.yichuang.documents.api.FileScanner;
import org.yichuang.documents.api.FileScanner.Verdict;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.ScanState;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.files.ScanGate;
import org.yichuang.documents.internal.persistence.ScanRows;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Has files looked at: at once after they were kept on this node, and what is left over by the job. No transaction is
 * open while a scanner works. Two who have the same file looked at note the first answer.
 */
public class FileScans implements ScanGate {
    /** What came of having a file looked at. */
    enum Outcome {
        /** It is known what it is, or it is there no more. */
        DONE,
        /** It could not be told; it is tried again later. */
        PUT_OFF,
        /** The scanner is not there: what it should look at waits. */
        AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(FileScans.class);
    private static final String MODULE = "documents";
    private static final int WAITING = 1_000;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 8;

    private final FileRows files;
    private final Transactions transactions;
    private final FileBytes bytes;
    private final ScannerRegistry scanners;
    private final ScanRows rows;
    private final ScannerRest rest;
    private final Clock clock;
    private final ThreadPoolExecutor thread;

    /**
     * @param clock the platform's time, which entries bear
     * @param machineClock the machine's, by which a scanner that is away is left alone for a while
     */
    public FileScans(
            FileRows files,
            Transactions transactions,
            FileBytes bytes,
            ScannerRegistry scanners,
            Clock clock,
            Clock machineClock) {
        this.files = files;
        this.transactions = transactions;
        this.bytes = bytes;
        this.scanners = scanners;
        this.rows = new ScanRows(machineClock);
        this.rest = new ScannerRest(machineClock);
        this.clock = clock;
        scanners.onChange(rest::end);
        this.thread = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                work -> new Thread(work, "yichuang-scanner"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    ScanRows rows() {
        return rows;
    }

    @Override
    public boolean isOn() {
        return scanners.isOn();
    }

    /** Whether the scanner was away a moment ago. */
    boolean rests() {
        return rest.lasts();
    }

    /** Has a file looked at soon, or leaves it to the job where many wait or the scanner is away. */
    @Override
    public void wake(TenantId tenant, String file) {
        if (isOn() && !rest.lasts()) {
            thread.execute(() -> ForeignCode.run(
                    () -> scan(file, CallContext.system(tenant, clock.instant(), "scan"), unit -> {}),
                    failure -> LOG.warn("{}: file {} is scanned later: {}", tenant, file, failure.toString())));
        }
    }

    /** Stops looking at files; what waits is looked at after the next start. */
    public void stop() {
        thread.shutdownNow();
    }

    /**
     * Has a file looked at that nobody has looked at yet.
     *
     * @param first what each transaction begins with
     */
    Outcome scan(String file, CallContext context, Consumer<UnitOfWork> first) {
        Optional<FileScanner> scanner = scanners.chosen();
        FileRow row = transactions.read(context, unit -> files.find(file, unit)).orElse(null);
        if (row == null || row.scanned() != ScanState.NEW) {
            return Outcome.DONE;
        }
        if (scanner.isEmpty()) {
            rest.begin();
            return Outcome.AWAY;
        }
        Verdict verdict = verdict(scanner.get(), row, context);
        if (verdict == null) {
            rest.begin();
            return Outcome.AWAY;
        }
        rest.end();
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            note(file, verdict, unit);
            return null;
        });
        return verdict.result() == FileScanner.Result.NOT_EXAMINED ? Outcome.PUT_OFF : Outcome.DONE;
    }

    /** What a scanner says; null where it is not there. A file on which it fails while it is there is put off. */
    private Verdict verdict(FileScanner scanner, FileRow row, CallContext context) {
        Throwable[] thrown = new Throwable[1];
        Verdict[] said = new Verdict[1];
        ForeignCode.run(() -> said[0] = asked(scanner, row, context), e -> thrown[0] = e);
        if (thrown[0] == null) {
            return said[0];
        }
        LOG.warn("{}: file {} could not be scanned: {}", context.tenant(), row.id(), thrown[0].toString());
        if (thrown[0] instanceof ProblemException problem) {
            return Verdict.notExamined(problem.code().code());
        }
        return ForeignCode.call(scanner::isThere, e -> false)
                ? Verdict.notExamined(thrown[0].getClass().getSimpleName())
                : null;
    }

    private Verdict asked(FileScanner scanner, FileRow row, CallContext context) {
        try {
            return scanner.scan(new FileScanner.Content() {
                @Override
                public long size() {
                    return row.size();
                }

                @Override
                public void writeTo(OutputStream to) throws IOException {
                    bytes.write(row, to, context);
                }
            });
        } catch (IOException e) {
            throw new ScannerFailure(e);
        }
    }

    private void note(String file, Verdict verdict, UnitOfWork unit) {
        FileRow row = files.held(file, unit).orElse(null);
        if (row == null || row.scanned() != ScanState.NEW) {
            rows.done(file, unit);
        } else if (verdict.result() == FileScanner.Result.NOT_EXAMINED) {
            int before = Math.min(rows.attempts(file, unit), MOST_DOUBLINGS);
            rows.putOff(file, verdict.reason(), FIRST_REST.multipliedBy(1L << before), unit);
        } else {
            boolean isClean = verdict.result() == FileScanner.Result.CLEAN;
            row.scanned(isClean ? ScanState.CLEAN : ScanState.INFECTED);
            Map<String, String> details = isClean
                    ? Map.of("by", scanners.name(), "result", "clean")
                    : Map.of("by", scanners.name(), "result", "infected", "found", verdict.reason());
            DomainEvent event = isClean
                    ? DomainEvent.NONE
                    : DomainEvent.of(MODULE, FileStore.INFECTED_EVENT).about(row.sha256(), "");
            files.record(unit, row, "scan", details, event);
            rows.done(file, unit);
            if (!isClean) {
                LOG.warn("{}: file {} is infected: {}", unit.context().tenant(), file, verdict.reason());
            }
        }
    }

    /** A scanner that could not be asked. */
    private static final class ScannerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScannerFailure(IOException cause) {
            super(cause.toString(), cause);
        }
    }
}
