package org.yichuang.identity.internal.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.internal.domain.AccessToken;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.kernel.api.ProblemException;

/** The accounts, tokens and failures of one centre, within one transaction. */
public final class IdentityStore {
    private final EntityManager entities;

    public IdentityStore(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<UserAccount> find(String account) {
        return Optional.ofNullable(entities.find(UserAccount.class, account));
    }

    /** Returns the account, or fails with {@link IdentityError#ACCOUNT_UNKNOWN}. */
    public UserAccount get(String account) {
        return find(account)
                .orElseThrow(() -> new ProblemException(
                        IdentityError.ACCOUNT_UNKNOWN, "没有这个账号：" + account, "No such account: " + account));
    }

    public void add(UserAccount account) {
        entities.persist(account);
        entities.persist(new FailedSignIns(account.account()));
    }

    public List<UserAccount> page(String after, int most) {
        return entities.createQuery(
                        "SELECT a FROM UserAccount a WHERE a.account > :after ORDER BY a.account", UserAccount.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public FailedSignIns failures(String account) {
        return entities.find(FailedSignIns.class, account);
    }

    /** The failures, which nobody else can count at the same time. */
    public FailedSignIns lockedFailures(String account) {
        return entities.find(FailedSignIns.class, account, LockModeType.PESSIMISTIC_WRITE);
    }

    public void add(AccessToken token) {
        entities.persist(token);
    }

    public Optional<AccessToken> token(String hash) {
        return Optional.ofNullable(entities.find(AccessToken.class, hash));
    }

    public void remove(AccessToken token) {
        entities.remove(token);
    }

    public int removeTokens(String account) {
        return entities.createQuery("DELETE FROM AccessToken t WHERE t.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    public int removeExpired(Instant at) {
        return entities.createQuery("DELETE FROM AccessToken t WHERE t.expiresAt < :at")
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }
}
