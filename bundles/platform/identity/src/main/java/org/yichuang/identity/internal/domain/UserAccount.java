package org.yichuang.identity.internal.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Role;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.Digests;

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

    @Column(name = "ROLES")
    private String roles;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "BLOCKED")
    private boolean blocked;

    @Column(name = "SIGNED_IN_FROM_MS")
    private long signedInFrom;

    @Version
    @Column(name = "REVISION")
    private long revision;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected UserAccount() {} // for JPA

    public UserAccount(Account opened, String passwordHash) {
        this.account = opened.account();
        this.name = opened.name();
        this.passwordHash = passwordHash;
        this.department = opened.department();
        this.kind = opened.kind();
        this.blocked = opened.blocked();
        setRoles(opened.roles());
    }

    public void setRoles(Set<Role> held) {
        roles = held.stream().sorted().map(Role::key).collect(Collectors.joining(","));
    }

    public void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    public void setBlocked(boolean block) {
        blocked = block;
    }

    /** Lets no sign-in from before this moment stand. */
    public void revokeSignIns(Instant at) {
        signedInFrom = at.toEpochMilli() + 1;
    }

    /** The earliest sign-in that still stands. */
    public Instant signedInFrom() {
        return Instant.ofEpochMilli(signedInFrom);
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

    public String kind() {
        return kind;
    }

    public Set<Role> roles() {
        Set<Role> held = EnumSet.noneOf(Role.class);
        Arrays.stream(roles.split(",")).forEach(key -> held.add(Role.parse(key).orElseThrow()));
        return held;
    }

    /** Who acts when this account does. */
    public Actor actor() {
        return new Actor(account, name, Set.of(roles.split(",")), department);
    }

    public Account view() {
        return new Account(account, name, roles(), department, kind, blocked);
    }

    /** Fingerprint of what the journal guards; the password's hash is part of it, the password is not told by it. */
    public String digest() {
        return Digests.sha256(String.join(
                "\n", account, name, passwordHash, roles, department, kind, String.valueOf(blocked)));
    }

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void setHead(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
