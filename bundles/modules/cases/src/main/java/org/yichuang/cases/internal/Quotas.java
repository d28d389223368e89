package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.persistence.QuotaRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/**
 * How much one account of the public may leave at a centre in a day; policies of the centre. What counts are the rows,
 * so that all nodes agree. They are counted only for an account that has been busy at this node today: those who apply
 * as people do cost no statement more.
 */
public class Quotas {
    private static final int UNCOUNTED = 10;
    private static final int MOST_ACCOUNTS = 100_000;

    private final Tenants tenants;
    private final QuotaRows rows;
    private final Cache<String, AtomicInteger> seen = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** Counts in rows by what the centres allow. */
    public Quotas(Tenants tenants, QuotaRows rows) {
        this.tenants = tenants;
        this.rows = rows;
    }

    /** What is counted. */
    public enum Kind {
        /** Files that belong to no case yet. */
        UPLOADS("policy.quota.uploads", 200),
        /** Applications that were handed in. */
        APPLICATIONS("policy.quota.applications", 50),
        /** Unfinished applications that were touched today. */
        DRAFTS("policy.quota.drafts", 100);

        private final String key;
        private final int usual;

        Kind(String key, int usual) {
            this.key = key;
            this.usual = usual;
        }

        /** The setting. */
        String key() {
            return key;
        }

        /** What holds where a centre says nothing. */
        int usual() {
            return usual;
        }
    }

    /**
     * Counts one more of the unit's account, if it is one of the public: staff work for others.
     *
     * @throws ProblemException {@link CaseError#QUOTA_EXCEEDED} when it has had all of today's
     */
    void require(Kind kind, UnitOfWork unit) {
        CallContext context = unit.context();
        if (context.actor().isPermitted(CasePermission.WORK)) {
            return;
        }
        int most = most(kind, context);
        int here = seen.get(key(kind, context), absent -> new AtomicInteger()).incrementAndGet();
        if (isBusy(here, most) && count(kind, unit) >= most) {
            throw exceeded(kind, context);
        }
    }

    /**
     * Tells whether {@link #require} would refuse one more now, and counts nothing: to be asked before work is done for
     * what may be refused. For an account that has not been busy it costs no transaction.
     */
    boolean isSpent(Kind kind, CallContext context, Transactions transactions) {
        AtomicInteger here = seen.getIfPresent(key(kind, context));
        if (here == null || context.actor().isPermitted(CasePermission.WORK)) {
            return false;
        }
        int most = most(kind, context);
        return isBusy(here.get() + 1, most) && transactions.read(context, unit -> count(kind, unit)) >= most;
    }

    /** The refusal of an account that has had all of today's. */
    ProblemException exceeded(Kind kind, CallContext context) {
        String midnight = context.today().plusDays(1).toString();
        return new ProblemException(
                CaseError.QUOTA_EXCEEDED, LocalizedMessage.of(Quotas.class, name(kind), most(kind, context), midnight));
    }

    private int most(Kind kind, CallContext context) {
        return Integer.parseInt(tenants.get(context.tenant()).policy(name(kind), Integer.toString(kind.usual())));
    }

    private static boolean isBusy(int here, int most) {
        return here > Math.min(UNCOUNTED, most / 2);
    }

    private static String key(Kind kind, CallContext context) {
        return kind + " " + context.today() + " " + context.tenant() + " "
                + context.actor().account();
    }

    private long count(Kind kind, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        Instant midnight = today.atStartOfDay(CallContext.ZONE).toInstant();
        return switch (kind) {
            case UPLOADS -> rows.uploads(unit, midnight);
            case DRAFTS -> rows.drafts(unit, midnight);
            case APPLICATIONS -> {
                DivisionCode division = tenants.get(unit.context().tenant()).division();
                yield rows.applications(
                        unit, CaseNumbers.from(division, today), CaseNumbers.from(division, today.plusDays(1)));
            }
        };
    }

    private static String name(Kind kind) {
        return kind.key().substring("policy.".length());
    }
}
