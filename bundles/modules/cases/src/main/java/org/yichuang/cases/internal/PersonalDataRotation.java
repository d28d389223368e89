package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.PersonalTexts.Kind;
import org.yichuang.cases.internal.persistence.DraftRows;
import org.yichuang.cases.internal.persistence.KeyRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Encrypts under the newest key what cases, drafts and waiting letters keep of people, and was kept before it was
 * encrypted or under an older key; files of cases whose bytes are still in their rows are moved to the file store. Each
 * has a transaction of its own, a case, a letter and a file an audit entry as well; all are read meanwhile. What cannot
 * be read is left out, told, tried again and keeps nobody else.
 */
public class PersonalDataRotation implements LeasedJob {
    static final String ENCRYPTED = "encrypt-personal-data";

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataRotation.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration VISITED_AFTER = Duration.ofDays(1);
    private static final Duration RETRIED_AFTER = Duration.ofHours(1);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Content content;
    private final LongSupplier nanos;
    private final Map<TenantId, Long> next = new ConcurrentHashMap<>();

    /** @param nanos as {@link System#nanoTime()}: a rehearsal that is set back makes nobody wait longer */
    public PersonalDataRotation(Transactions transactions, Content content, LongSupplier nanos) {
        this.transactions = transactions;
        this.content = content;
        this.nanos = nanos;
    }

    /** What is kept of people, and what encrypts it. */
    public record Content(
            CaseRepositories store,
            CaseLedger ledger,
            DraftRows drafts,
            WaitingMessages letters,
            PersonalDataCipher cipher) {}

    @Override
    public String name() {
        return "cases-personal-data";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public boolean rewritesRows() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        TenantId tenant = run.context().tenant();
        long now = nanos.getAsLong();
        if (next.getOrDefault(tenant, now) - now > 0) {
            return;
        }
        boolean done = false;
        try {
            done = content.cipher().mayRenew() && renewAll(run);
        } finally {
            if (run.goesOn()) {
                next.put(tenant, now + (done ? VISITED_AFTER : RETRIED_AFTER).toNanos());
            }
        }
    }

    /** Tells whether nothing is left; what fails in one of them keeps nothing of the others. */
    private boolean renewAll(JobRun run) {
        boolean cases = renew(KeyRows.CASES, run, this::renewCase);
        boolean unfinished = renew(KeyRows.DRAFTS, run, content.drafts()::renew);
        boolean waiting = renewLetters(run);
        boolean files = moveFiles(run);
        return cases && unfinished && waiting && files && run.goesOn();
    }

    private boolean renew(EncryptedTable table, JobRun run, Renewal renewal) {
        boolean complete = true;
        for (String key : transactions.read(run.context(), table::keys)) {
            complete &= key.equals(content.cipher().newestKey()) || renew(table, key, run, renewal);
        }
        return complete;
    }

    private boolean renew(EncryptedTable table, String key, JobRun run, Renewal renewal) {
        boolean complete = true;
        String after = "";
        List<String> ids;
        do {
            String from = after;
            ids = transactions.read(run.context(), unit -> table.under(key, from, BATCH, unit));
            for (String id : ids) {
                complete &= renewed(table.name(), id, run, unit -> renewal.of(unit, id));
                after = id;
            }
        } while (ids.size() == BATCH && run.goesOn());
        return complete;
    }

    private boolean moveFiles(JobRun run) {
        boolean complete = true;
        String after = "";
        List<String> ids;
        do {
            String from = after;
            ids = transactions.read(run.context(), unit -> KeyRows.filesInRows(unit, from, BATCH));
            for (String id : ids) {
                complete &= renewed(
                        "FILES", id, run, unit -> content.store().files(unit).moveContent(id));
                after = id;
            }
        } while (ids.size() == BATCH && run.goesOn());
        return complete;
    }

    private void renewCase(UnitOfWork unit, String number) {
        CaseFile file = content.store().cases(unit).get(number);
        file.renew(content.store().texts(unit.context().tenant()));
        content.ledger().record(unit, file, ENCRYPTED, Map.of(), DomainEvent.NONE);
    }

    private boolean renewLetters(JobRun run) {
        boolean complete = true;
        String after = "";
        List<OutgoingMessage> part;
        do {
            part = content.letters().undelivered(LinkedCases.TOPIC, after, BATCH, run.context());
            for (OutgoingMessage letter : part) {
                boolean isCurrent = content.cipher()
                        .keyName(letter.payload())
                        .equals(content.cipher().newestKey());
                complete &= isCurrent || renewed("LETTERS", letter.id(), run, unit -> renewLetter(unit, letter));
                after = letter.id();
            }
        } while (part.size() == BATCH && run.goesOn());
        return complete;
    }

    private void renewLetter(UnitOfWork unit, OutgoingMessage letter) {
        String payload = content.store()
                .texts(unit.context().tenant())
                .renewed(Kind.MESSAGE, letter.aggregateId(), letter.payload());
        content.letters().rewrite(letter.id(), payload, unit);
    }

    /** Runs a change in a transaction that fails when the lease is lost; one that cannot be read stops nobody else. */
    private boolean renewed(String what, String id, JobRun run, Change change) {
        if (!run.goesOn()) {
            return false;
        }
        try {
            return transactions.write(run.context(), Boolean.class, unit -> {
                unit.require(run.lease());
                change.in(unit);
                return true;
            });
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST || e.code() == CommonError.UNAVAILABLE) {
                throw e;
            }
            return e.code() == CaseError.CASE_UNKNOWN || leftOut(what, id, run, e);
        } catch (RuntimeException e) {
            return leftOut(what, id, run, e);
        }
    }

    private static boolean leftOut(String what, String id, JobRun run, RuntimeException e) {
        LOG.warn(
                "{}: {} {} cannot be encrypted under the newest key and is left out for now: {}",
                run.context().tenant(),
                what,
                id,
                e.toString());
        return false;
    }

    @FunctionalInterface
    private interface Renewal {
        void of(UnitOfWork unit, String id);
    }

    @FunctionalInterface
    private interface Change {
        void in(UnitOfWork unit);
    }
}
