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
        int most = Integer.parseInt(tenants.get(context.tenant()).policy(name(kind), Integer.toString(kind.usual())));
        LocalDate today = context.today();
        String key = kind + " " + today + " " + context.tenant() + " "
                + context.actor().account();
        int here = seen.get(key, absent -> new AtomicInteger()).incrementAndGet();
        if (here > Math.min(UNCOUNTED, most / 2) && count(kind, unit, today) >= most) {
            throw new ProblemException(
                    CaseError.QUOTA_EXCEEDED,
                    LocalizedMessage.of(
                            Quotas.class, name(kind), most, today.plusDays(1).toString()));
        }
    }

    private long count(Kind kind, UnitOfWork unit, LocalDate today) {
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
