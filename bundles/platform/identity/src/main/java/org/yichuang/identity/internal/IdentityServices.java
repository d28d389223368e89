package org.yichuang.identity.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.internal.domain.Authenticator;
import org.yichuang.identity.internal.domain.SubjectLink;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** Puts the services of identity together, so that the wiring file names them and not the parts of each. */
public final class IdentityServices {
    private final IdentityGround ground;
    private final DefaultAccounts accounts;
    private final DefaultSecondFactor secondFactor;
    private final DefaultSignIn signIn;
    private final DefaultProviderSignIn providerSignIn;
    private final AuthenticatorKeys authenticatorKeys;
    private final TokenPurge tokenPurge;

    /**
     * @param ground where rows, entries and digests come from
     * @param providers the outside providers, as they come and go
     */
    public IdentityServices(
            IdentityGround ground,
            Tenants tenants,
            Departments departments,
            Identity shared,
            EnvelopeCipher cipher,
            List<IdentityProvider> providers) {
        this.ground = ground;
        EntityManagerFactory entities = ground.entities();
        Transactions transactions = ground.transactions();
        KeyedDigests digests = ground.digests();
        accounts = new DefaultAccounts(entities, transactions, tenants, departments, shared);
        SessionRegistry sessions = new SessionRegistry(entities, transactions, digests, shared);
        PasswordCheck passwords = new PasswordCheck(entities, transactions, ground.journal(), tenants, digests, shared);
        FactorCheck factors = new FactorCheck(cipher, digests, shared, ground.clock());
        secondFactor = new DefaultSecondFactor(entities, transactions, tenants, passwords, factors, accounts);
        signIn = new DefaultSignIn(entities, transactions, tenants, sessions, passwords, factors);
        authenticatorKeys = new AuthenticatorKeys(
                entities,
                transactions,
                tenants,
                factors,
                accounts,
                ground.clock().machine());
        tokenPurge = new TokenPurge(entities, transactions, sessions);
        ProviderAttempts attempts = new ProviderAttempts(digests);
        providerSignIn = new DefaultProviderSignIn(
                providers,
                attempts,
                new SubjectAccounts(entities, transactions, tenants, digests, shared, accounts),
                new ProviderSessions(entities, transactions, attempts, sessions, factors),
                ground.journal(),
                ground.clock());
    }

    public DefaultAccounts accounts() {
        return accounts;
    }

    public DefaultSecondFactor secondFactor() {
        return secondFactor;
    }

    public DefaultSignIn signIn() {
        return signIn;
    }

    public AuthenticatorKeys authenticatorKeys() {
        return authenticatorKeys;
    }

    public TokenPurge tokenPurge() {
        return tokenPurge;
    }

    public DefaultProviderSignIn providerSignIn() {
        return providerSignIn;
    }

    public ChainHeadProvider accountHeads() {
        return heads("account", UserAccount.class);
    }

    public ChainHeadProvider authenticatorHeads() {
        return heads("authenticator", Authenticator.class);
    }

    public ChainHeadProvider subjectLinkHeads() {
        return heads("subject-link", SubjectLink.class);
    }

    private ChainHeadProvider heads(String aggregate, Class<?> entity) {
        return new JpaChainHeads(aggregate, ground.entities(), ground.transactions(), entity);
    }
}
