package org.yichuang.identity.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.internal.domain.AccountSession;
import org.yichuang.identity.internal.domain.Authenticator;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.SessionKind;
import org.yichuang.identity.internal.domain.SubjectLink;
import org.yichuang.identity.internal.domain.UsedAttempt;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The accounts, sessions and failures of one centre, within one transaction. */
public final class IdentityRepository {
    private static final String AUTHENTICATOR = "authenticator";
    private static final String SUBJECT_LINK = "subject-link";

    private final EntityManager entities;

    public IdentityRepository(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<UserAccount> find(String account) {
        return Optional.ofNullable(entities.find(UserAccount.class, account));
    }

    /** Returns the account, or fails with {@link IdentityError#ACCOUNT_UNKNOWN}. */
    public UserAccount get(String account) {
        return find(account)
                .orElseThrow(() -> new ProblemException(
                        IdentityError.ACCOUNT_UNKNOWN,
                        LocalizedMessage.of(IdentityRepository.class, "account-unknown", account)));
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

    /**
     * The staff of departments whose names have this one in them, in the order of their accounts, from behind one: also
     * who is blocked, and whoever works for another one.
     */
    public List<UserAccount> ofDepartment(String department, String after, int most) {
        return entities.createQuery(
                        "SELECT a FROM UserAccount a WHERE a.kind = '' AND a.account > :after"
                                + " AND a.departments LIKE :named ESCAPE '!' ORDER BY a.account",
                        UserAccount.class)
                .setParameter("after", after)
                .setParameter("named", "%" + department.replaceAll("([!%_])", "!$1") + "%")
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

    /** The failures of names that no account has. */
    public FailedSignIns lockedDecoy(String decoy) {
        FailedSignIns known = lockedFailures(decoy);
        if (known == null) {
            known = new FailedSignIns(decoy);
            entities.persist(known);
        }
        return known;
    }

    /** The authenticator of an account, which nobody else can use at the same time. */
    public Optional<Authenticator> lockedAuthenticator(String account) {
        return Optional.ofNullable(entities.find(Authenticator.class, account, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(Authenticator authenticator) {
        entities.persist(authenticator);
    }

    /** The details by which an entry covers an authenticator's row; asked last. */
    public Map<String, String> cover(Authenticator authenticator) {
        return RowDigests.details(entities, AUTHENTICATOR, authenticator.account(), authenticator);
    }

    /** The details by which an entry covers that an account has no authenticator any more. */
    public static Map<String, String> noAuthenticator(String account) {
        return Map.of(RowDigests.detail(AUTHENTICATOR, account), RowDigests.REMOVED);
    }

    public void remove(Authenticator authenticator) {
        entities.remove(authenticator);
    }

    /** The authenticator of an account, to look at. */
    public Optional<Authenticator> authenticator(String account) {
        return Optional.ofNullable(entities.find(Authenticator.class, account));
    }

    /** The names of the master keys under which authenticators are kept. */
    public Set<String> keysOfAuthenticators() {
        return Set.copyOf(entities.createQuery("SELECT DISTINCT a.keyName FROM Authenticator a", String.class)
                .getResultList());
    }

    /** The first centre behind one that has authenticators, whether or not it is a centre at present. */
    public static Optional<String> centreWithAuthenticators(Connection connection, String after) {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT TENANT FROM IDENTITY_AUTHENTICATOR WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY")) {
            statement.setString(1, after);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The centres with authenticators cannot be read", e);
        }
    }

    /** The first accounts after one whose authenticators are under another master key. */
    public List<String> authenticatorsUnderOtherKeys(String key, String after, int most) {
        return entities.createQuery(
                        "SELECT a.account FROM Authenticator a WHERE a.account > :after AND a.keyName <> :key"
                                + " ORDER BY a.account",
                        String.class)
                .setParameter("after", after)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<SubjectLink> link(String subjectDigest) {
        return Optional.ofNullable(entities.find(SubjectLink.class, subjectDigest));
    }

    public void add(SubjectLink link) {
        entities.persist(link);
    }

    /** The details by which an entry covers a link's row; asked last. */
    public Map<String, String> cover(SubjectLink link) {
        return RowDigests.details(entities, SUBJECT_LINK, link.subjectDigest(), link);
    }

    /** Takes all links of an account away; gives the details by which an entry covers that they are gone. */
    public Map<String, String> removeLinks(String account) {
        Map<String, String> gone = new HashMap<>();
        List<SubjectLink> links = entities.createQuery(
                        "SELECT l FROM SubjectLink l WHERE l.account = :account", SubjectLink.class)
                .setParameter("account", account)
                .getResultList();
        links.forEach(link -> gone.putAll(removeLink(link)));
        return gone;
    }

    /** Takes a link away, also for one that follows it in the same transaction. */
    public Map<String, String> removeLink(SubjectLink link) {
        String name = SUBJECT_LINK + "/" + link.subjectDigest();
        String found = RowDigests.loaded(entities, link);
        entities.remove(link);
        entities.flush();
        return Map.of(RowDigests.FOUND + name, found, RowDigests.ROW + name, RowDigests.REMOVED);
    }

    /** Tells whether a sign-in by an outside provider has ended before. */
    public boolean isUsed(String attemptDigest) {
        return entities.find(UsedAttempt.class, attemptDigest) != null;
    }

    public void add(UsedAttempt attempt) {
        entities.persist(attempt);
    }

    /** Forgets the ended sign-ins that would be over anyway. */
    public int removeUsedAttempts(Instant at) {
        return entities.createQuery("DELETE FROM UsedAttempt a WHERE a.expires <= :at")
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }

    public void add(AccountSession session) {
        entities.persist(session);
    }

    public Optional<AccountSession> session(String secretDigest) {
        return Optional.ofNullable(entities.find(AccountSession.class, secretDigest));
    }

    public void remove(AccountSession session) {
        entities.remove(session);
    }

    /** Writes down that somebody is still there. */
    public void seen(String secretDigest, Instant at) {
        entities.createQuery("UPDATE AccountSession s SET s.seen = :at WHERE s.secretDigest = :digest")
                .setParameter("at", at.toEpochMilli())
                .setParameter("digest", secretDigest)
                .executeUpdate();
    }

    public int removeSessions(String account) {
        return entities.createQuery("DELETE FROM AccountSession s WHERE s.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /**
     * Tokens and sessions that are over.
     *
     * @param silentSince browsers' sessions in which nothing has been asked for since then are over, too
     */
    public List<AccountSession> expired(Instant at, Instant silentSince, int most) {
        return entities.createQuery(
                        "SELECT s FROM AccountSession s"
                                + " WHERE s.expires <= :at OR s.kind <> :token AND s.seen <= :silent",
                        AccountSession.class)
                .setParameter("at", at.toEpochMilli())
                .setParameter("token", SessionKind.TOKEN.key())
                .setParameter("silent", silentSince.toEpochMilli())
                .setMaxResults(most)
                .getResultList();
    }
}
