package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;

/**
 * Refuses before anything is read what a quota will refuse. What was done before under the same key passes: its answer
 * is given again, and for that its body must be known; five times an hour under each key.
 */
public class QuotaPrecheck {
    private static final int MOST_REPETITIONS = 5;
    private static final int MOST_KEYS = 100_000;

    private final Cache<String, AtomicInteger> repetitions = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final Transactions transactions;
    private final Quotas quotas;

    QuotaPrecheck(Transactions transactions, Quotas quotas) {
        this.transactions = transactions;
        this.quotas = quotas;
    }

    /**
     * Refuses a file of an account that may leave none any more today.
     *
     * @throws ProblemException {@code quota-exceeded}
     */
    public void checkUpload(CallContext context) {
        check(Quotas.Kind.UPLOADS, context);
    }

    /**
     * Refuses an application of an account that may hand in none any more today.
     *
     * @throws ProblemException {@code quota-exceeded}
     */
    public void checkApplication(CallContext context) {
        check(Quotas.Kind.APPLICATIONS, context);
    }

    private void check(Quotas.Kind kind, CallContext context) {
        if (quotas.isSpent(kind, context, transactions) && !isRepetition(context)) {
            throw quotas.exceeded(kind, context);
        }
    }

    /** Whoever sends again and again under a key that was answered is after no answer. */
    private boolean isRepetition(CallContext context) {
        return transactions.isAnswered(context)
                && repetitions.get(key(context), absent -> new AtomicInteger()).incrementAndGet() <= MOST_REPETITIONS;
    }

    private static String key(CallContext context) {
        String key = context.idempotencyKey().map(IdempotencyKey::key).orElse("");
        return context.tenant() + " " + context.actor().account() + " " + key;
    }
}
