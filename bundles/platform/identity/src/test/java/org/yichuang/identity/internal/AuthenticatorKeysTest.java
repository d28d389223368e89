package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.identity.internal.domain.Authenticator;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/** The secrets of authenticators go over to a new master key by themselves. */
public class AuthenticatorKeysTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private House house;
    private Path file;

    @Before
    public void open() throws Exception {
        house = new House();
        file = folder.getRoot().toPath().resolve("personal-data.keys");
        for (String account : List.of("li", "wang", "zhao")) {
            house.open(account, House.YANTAI, "clerk");
            enrol(account, "secret of " + account);
        }
    }

    @Test
    public void secretsAreRenewedWithoutAnybodySigningIn() throws Exception {
        assertEquals(Set.of("0"), keys().keys(House.YANTAI));
        Files.writeString(file, "2026 " + "ab".repeat(32) + "\n");
        AuthenticatorKeys restarted = keys();
        restarted.run(run());

        assertEquals(Set.of("2026"), restarted.keys(House.YANTAI));
        AuditEntry entry = house.entries().get(house.entries().size() - 1);
        assertEquals("renew-second-factor-key", entry.action());
        assertTrue(entry.details().keySet().toString().contains("authenticator"));
        int entries = house.entries().size();
        restarted.run(run());
        assertEquals("nothing is done twice", entries, house.entries().size());
    }

    @Test
    public void oneThatCannotBeReadStopsNobodyElse() throws Exception {
        house.transactions.sql(
                "UPDATE IDENTITY_AUTHENTICATOR SET SECRET='e1.0." + "x".repeat(80) + ".y' WHERE ACCOUNT='li'");
        Files.writeString(file, "2026 " + "ab".repeat(32) + "\n");
        AuthenticatorKeys restarted = keys();
        restarted.run(run());

        assertEquals("the key of that one is still named", Set.of("0", "2026"), restarted.keys(House.YANTAI));
    }

    @Test
    public void whatARemovedCentreHasLeftIsAskedForAsWell() throws Exception {
        house.tenants.without(House.YANTAI);
        AuthenticatorKeys keys = keys();

        assertEquals(Set.of(House.YANTAI), keys.centres());
        KeyUsage usage = new KeyUsage(
                house.tenants, house.modules, List.of(keys), new KeyHolders(Optional::empty, house.transactions));
        assertEquals(Map.of("0", Set.of("identity")), usage.modules());
    }

    private void enrol(String account, String secret) {
        CallContext context = house.system(House.YANTAI);
        house.transactions.write(context, Void.class, unit -> {
            Authenticator authenticator = new Authenticator(account);
            factors().enrol(authenticator, secret.getBytes(StandardCharsets.UTF_8), context);
            new IdentityRepository(unit.entities(house.entities)).add(authenticator);
            return null;
        });
    }

    private FactorCheck factors() {
        EnvelopeCipher cipher =
                new EnvelopeCipher(house.digests, MasterKeys.open(house.digests, file), () -> true, () -> true);
        return new FactorCheck(cipher, house.digests, house.identity, house.clock);
    }

    private AuthenticatorKeys keys() {
        return new AuthenticatorKeys(
                house.entities, house.transactions, house.tenants, factors(), house.accounts, house.clock.machine());
    }

    private Run run() {
        return new Run(house.system(House.YANTAI), house.transactions.lease("identity-authenticator-keys"));
    }

    private record Run(CallContext context, UnitOfWork.Lease lease) implements JobRun {
        @Override
        public boolean goesOn() {
            return true;
        }
    }
}
