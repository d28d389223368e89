package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.persistence.DraftRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Encrypts under the newest key what cases and drafts keep of people, and was kept before it was encrypted or under an
 * older key. Each case has a transaction and an audit entry of its own; texts under either key are read meanwhile. A
 * centre that is done is noted in a row; as long as there are older keys, it is looked through once a day, as another
 * container may have written under one.
 */
public class PersonalDataRotation implements LeasedJob {
    static final String ENCRYPTED = "encrypt-personal-data";

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataRotation.class);
    private static final String TASK = "personal-data";
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration VISITED_AFTER = Duration.ofDays(1);
    private static final Duration RETRIED_AFTER = Duration.ofHours(1);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final CaseRepositories store;
    private final CaseLedger ledger;
    private final UpkeepRows rows;
    private final DraftRows drafts;
    private final PersonalDataCipher cipher;
    private final Map<TenantId, Instant> next = new ConcurrentHashMap<>();

    public PersonalDataRotation(
            Transactions transactions,
            CaseRepositories store,
            CaseLedger ledger,
            UpkeepRows rows,
            DraftRows drafts,
            PersonalDataCipher cipher) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.rows = rows;
        this.drafts = drafts;
        this.cipher = cipher;
    }

    @Override
    public String name() {
        return "cases-personal-data";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        TenantId tenant = run.context().tenant();
        Instant now = run.context().at();
        if (now.isBefore(next.getOrDefault(tenant, now))) {
            return;
        }
        boolean done = !isToBeDone(run)
                || encryptCases(run)
                        && encryptDrafts(run)
                        && fenced(run, unit -> rows.done(unit, TASK, cipher.currentPrefix()));
        if (run.goesOn()) {
            next.put(tenant, now.plus(done ? VISITED_AFTER : RETRIED_AFTER));
        }
    }

    private boolean isToBeDone(JobRun run) {
        return cipher.hasOlderKeys()
                || transactions
                        .read(run.context(), unit -> rows.doneFor(unit, TASK))
                        .filter(cipher.currentPrefix()::equals)
                        .isEmpty();
    }

    /** Tells whether all are done. */
    private boolean encryptCases(JobRun run) {
        boolean complete = true;
        String after = "";
        List<String> numbers;
        do {
            String from = after;
            numbers =
                    transactions.read(run.context(), unit -> rows.outdated(unit, from, cipher.currentPrefix(), BATCH));
            for (String number : numbers) {
                complete &= encrypt(number, run);
                after = number;
            }
        } while (numbers.size() == BATCH && run.goesOn());
        return complete && run.goesOn();
    }

    /** One that cannot be read stops nobody else. */
    private boolean encrypt(String number, JobRun run) {
        try {
            return fenced(run, unit -> {
                CaseFile file = store.cases(unit).get(number);
                PersonalTexts texts = store.texts(unit.context().tenant());
                file.renew(texts);
                ledger.record(unit, file, ENCRYPTED, Map.of(), DomainEvent.NONE);
            });
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST) {
                throw e;
            }
            return e.code() == CaseError.CASE_UNKNOWN || leftOut(number, run, e);
        } catch (RuntimeException e) {
            return leftOut(number, run, e);
        }
    }

    private static boolean leftOut(String number, JobRun run, RuntimeException e) {
        LOG.warn(
                "{}: case {} cannot be encrypted under the newest key and is left out for now: {}",
                run.context().tenant(),
                number,
                e.toString());
        return false;
    }

    private boolean encryptDrafts(JobRun run) {
        Optional<String> after = Optional.of("");
        while (after.isPresent() && run.goesOn()) {
            String from = after.get();
            after = Optional.ofNullable(transactions.write(run.context(), String.class, unit -> {
                unit.require(run.lease());
                return drafts.renew(unit, from, BATCH).orElse(null);
            }));
        }
        return after.isEmpty();
    }

    /** Runs a change in a transaction that fails when the lease is lost; tells whether it was run. */
    private boolean fenced(JobRun run, Change change) {
        if (!run.goesOn()) {
            return false;
        }
        return transactions.write(run.context(), Boolean.class, unit -> {
            unit.require(run.lease());
            change.in(unit);
            return true;
        });
    }

    @FunctionalInterface
    private interface Change {
        void in(UnitOfWork unit);
    }
}
