package org.yichuang.identity.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Actor;

/** Somebody who may sign in at a centre. */
@Entity(name = "UserAccount")
@Table(name = "IDENTITY_ACCOUNT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class UserAccount {
    @Id
    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "NAME")
    private String name;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(name = "PASSWORD_SET_AT_MS")
    private long passwordSetAt;

    @Column(name = "PASSWORD_TEMPORARY")
    private boolean passwordTemporary;

    /** The hashes of the passwords before, the latest first. */
    @Column(name = "FORMER_PASSWORDS")
    private String formerPasswords = "";

    @Column(name = "ROLES")
    private String roles;

    /** Names, one a line: a name is one line, and no departments are all of them. */
    @Column(name = "DEPARTMENT")
    private String departments;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "BLOCKED")
    private boolean blocked;

    /** Grows whenever all tokens and sessions of the account end. */
    @Column(name = "SESSION_EPOCH")
    private long sessionEpoch;

    @Version
    @Column(name = "REVISION")
    private long revision;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected UserAccount() {} // for JPA

    public UserAccount(Account opened, Password password) {
        this.account = opened.account();
        this.name = opened.name();
        take(password);
        setDepartments(opened.departments());
        this.kind = opened.kind();
        this.blocked = opened.blocked();
        setRoles(opened.roles());
    }

    public void setRoles(Set<String> held) {
        roles = held.stream().sorted().collect(Collectors.joining(","));
    }

    /**
     * Replaces the password.
     *
     * @param remembered how many of the passwords before are kept, 0 or more
     */
    public void setPassword(Password password, int remembered) {
        formerPasswords = passwords().stream().limit(remembered).collect(Collectors.joining(" "));
        take(password);
    }

    private void take(Password password) {
        passwordHash = password.hash();
        passwordTemporary = password.temporary();
        passwordSetAt = password.setAt().toEpochMilli();
    }

    /** The hashes of the present password and of those before it, the latest first. */
    public List<String> passwords() {
        return Stream.concat(Stream.of(passwordHash), Stream.of(formerPasswords.split(" ")))
                .filter(hash -> !hash.isEmpty())
                .toList();
    }

    /**
     * Tells whether a new password must be chosen before anything else is done (R9-10). Applicants keep theirs as long
     * as they like; an age that is not known is not held against anybody.
     */
    public boolean needsNewPassword(Instant at, PasswordTerm term) {
        boolean ages = !isApplicant() && passwordSetAt > 0 && !term.age().isZero();
        return passwordTemporary && term.firstChange()
                || ages && at.toEpochMilli() - passwordSetAt >= term.age().toMillis();
    }

    public void setDepartments(Set<String> names) {
        departments = names.stream().sorted().collect(Collectors.joining("\n"));
    }

    private Set<String> departments() {
        return departments.isEmpty() ? Set.of() : Set.of(departments.split("\n"));
    }

    public void setBlocked(boolean block) {
        blocked = block;
    }

    /** Ends all tokens and sessions. */
    public void endSessions() {
        sessionEpoch++;
    }

    /** What a token or session must have been begun with in order to be good. */
    public long sessionEpoch() {
        return sessionEpoch;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean isBlocked() {
        return blocked;
    }

    public String account() {
        return account;
    }

    /** Tells whether it is an applicant's, who has no part in the centre's work. */
    public boolean isApplicant() {
        return !kind.isEmpty();
    }

    public String kind() {
        return kind;
    }

    public Set<String> roles() {
        return Set.of(roles.split(","));
    }

    /** Who acts when this account does; the permissions that follow from the roles are not the account's to know. */
    public Actor actor() {
        return new Actor(account, name, roles(), departments(), Set.of());
    }

    public Account view() {
        return new Account(account, name, roles(), departments(), kind, blocked);
    }

    /**
     * A password as it is kept.
     *
     * @param temporary whether somebody else has thought of it
     */
    public record Password(String hash, boolean temporary, Instant setAt) {}

    /**
     * How long passwords hold.
     *
     * @param firstChange whether one that somebody else has thought of must be changed
     * @param age after which staff choose a new one; zero: never
     */
    public record PasswordTerm(boolean firstChange, Duration age) {}

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void setHead(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
