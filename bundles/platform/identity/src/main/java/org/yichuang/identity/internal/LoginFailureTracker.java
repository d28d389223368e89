package org.yichuang.identity.internal;

import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.internal.persistence.IdentityStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;

/** Counts wrong passwords, wherever they are tried, and locks an account after too many of them (R9-10). */
final class LoginFailureTracker {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Identity shared;

    LoginFailureTracker(EntityManagerFactory entities, Transactions transactions, Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.shared = shared;
    }

    /** Counts one. */
    void count(String account, CallContext context) {
        Settings.Values settings = shared.settings();
        transactions.write(withoutKey(context), Boolean.class, unit -> {
            boolean locked = new IdentityStore(unit.entities(entities))
                    .lockedFailures(account)
                    .fail(context.at(), settings.lockFailures(), settings.lockDuration());
            if (locked) {
                unit.record(entry(Ids.next(context.at()), "lock-account", account), ChainHead.START);
            }
            return locked;
        });
    }

    /** An entry of the chain that signing in, out, or failing to is. */
    static AuditEntry entry(String session, String action, String account) {
        return new AuditEntry("session", session, action, "", "", Map.of("account", account));
    }

    /** A step of the house's own, beside the command that the key belongs to. */
    static CallContext withoutKey(CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                Optional.empty(),
                context.expectedVersion());
    }
}
