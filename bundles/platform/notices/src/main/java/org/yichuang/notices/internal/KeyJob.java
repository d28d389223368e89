package org.yichuang.notices.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.internal.domain.Notice;

/** Puts messages and addresses under the newest master key. */
public class KeyJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(KeyJob.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 50;

    private final Rows rows;
    private final NoticeSeal seal;
    private final Transactions transactions;

    KeyJob(Rows rows, NoticeSeal seal, Transactions transactions) {
        this.rows = rows;
        this.seal = seal;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notices-keys";
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
        if (!seal.cipher().mayRenew()) {
            return;
        }
        for (String key : others(run, unit -> rows.notices().keys(unit))) {
            renewAll(run, (after, unit) -> rows.notices().under(key, after, PART, unit), this::renewNotice);
        }
        for (String key : others(run, unit -> rows.recipients().keys(unit))) {
            renewAll(run, (after, unit) -> rows.recipients().under(key, after, PART, unit), this::renewRecipient);
        }
    }

    private List<String> others(JobRun run, Function<UnitOfWork, List<String>> keys) {
        String newest = seal.cipher().newestKey();
        return transactions.read(run.context(), keys::apply).stream()
                .filter(key -> !key.equals(newest))
                .toList();
    }

    private void renewAll(
            JobRun run, BiFunction<String, UnitOfWork, List<String>> behind, BiConsumer<String, UnitOfWork> renewal) {
        List<String> part = transactions.read(run.context(), unit -> behind.apply("", unit));
        while (!part.isEmpty() && run.goesOn()) {
            for (String id : part) {
                renew(run, id, renewal);
            }
            String last = part.get(part.size() - 1);
            part = transactions.read(run.context(), unit -> behind.apply(last, unit));
        }
    }

    /** What cannot be read is left out and keeps no other. */
    private void renew(JobRun run, String id, BiConsumer<String, UnitOfWork> renewal) {
        try {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                renewal.accept(id, unit);
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn(
                    "{}: {} cannot be put under the newest key and is left out for now",
                    run.context().tenant(),
                    id);
        }
    }

    private void renewNotice(String id, UnitOfWork unit) {
        Notice notice = rows.notices().held(id, unit);
        seal.renew(notice, unit.context().tenant());
        rows.notices().record(unit, notice, "renew-key", Map.of());
    }

    private void renewRecipient(String account, UnitOfWork unit) {
        rows.recipients().held(account, unit).ifPresent(recipient -> {
            seal.renew(recipient, unit.context().tenant());
            rows.recipients().record(recipient, "renew-key", unit);
        });
    }
}
