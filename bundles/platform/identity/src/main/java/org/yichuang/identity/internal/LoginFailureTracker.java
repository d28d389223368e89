package org.yichuang.identity.internal;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;

/** Counts wrong passwords, wherever they are tried, and locks an account after too many of them (R9-10). */
final class LoginFailureTracker {
    /** Rows that are counted on for names that no account has, so that those take the same work. */
    private static final int DECOYS = 64;

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Identity shared;

    LoginFailureTracker(EntityManagerFactory entities, Transactions transactions, Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.shared = shared;
    }

    /** Records one for an account that there is. */
    void record(String account, CallContext context) {
        Settings.Values settings = shared.settings();
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            boolean locked = new IdentityRepository(unit.entities(entities))
                    .lockedFailures(account)
                    .fail(context.at(), settings.lockFailures(), settings.lockDuration());
            if (locked) {
                unit.record(entry(Ids.next(context.at()), "lock-account", account), ChainHead.START);
            }
            return locked;
        });
    }

    /** Does the work of {@link #record} for a name that no account has. */
    void recordUnknown(String name, CallContext context) {
        Settings.Values settings = shared.settings();
        String decoy = "?" + Math.floorMod(name.hashCode(), DECOYS);
        transactions.write(context.withoutKey(), Boolean.class, unit -> new IdentityRepository(unit.entities(entities))
                .lockedDecoy(decoy)
                .fail(context.at(), settings.lockFailures(), settings.lockDuration()));
    }

    /** An entry of the chain that signing in, out, or failing to is. */
    static AuditEntry entry(String session, String action, String account) {
        return entry(session, action, account, Map.of());
    }

    /** @param cover the details by which it covers rows */
    static AuditEntry entry(String session, String action, String account, Map<String, String> cover) {
        Map<String, String> details = new HashMap<>(cover);
        details.put("account", account);
        return new AuditEntry("session", session, action, "", "", details);
    }
}
