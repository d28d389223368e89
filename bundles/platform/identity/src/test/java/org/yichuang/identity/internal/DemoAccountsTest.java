package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;

public class DemoAccountsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final Timeout limit = Timeout.seconds(300);

    private House house;
    private Path file;

    @Before
    public void open() throws Exception {
        house = new House();
        file = folder.getRoot().toPath().resolve("demo-accounts.csv");
        house.settings.updated(new Hashtable<>(
                Map.of("demo", "true", "argon2.memory", "64", "argon2.iterations", "1", "second.factor", "off")));
    }

    @Test
    public void everyCentreGetsItsAccountsAndEveryLineIsAWorkingPassword() throws Exception {
        start();

        List<String> lines = Files.readAllLines(file);
        assertEquals("tenant,account,roles,password", lines.get(0));
        assertEquals(1 + 3 * 11 + 1, lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("shandong,operator,operator,")));
        assertEquals(
                1, lines.stream().filter(line -> line.contains(",operator,")).count());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("haiyang,chief,chief-representative,")));
        everyLineSignsIn();
    }

    @Test
    public void onlyTheOwnerReadsTheFile() throws Exception {
        start();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    public void noTwoPasswordsAreTheSame() throws Exception {
        start();

        Set<String> passwords = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            assertTrue(passwords.add(line.split(",")[3]));
        }
    }

    @Test
    public void aSecondStartChangesNothing() throws Exception {
        start();
        String before = Files.readString(file);
        int entries = house.entries().size();

        start();

        assertEquals(before, Files.readString(file));
        assertEquals(entries, house.entries().size());
    }

    @Test
    public void aStartThatWasKilledIsFinishedByTheNext() throws Exception {
        // The file was written, then the power failed: no account has been opened
        Files.writeString(file, "tenant,account,roles,password\nyantai,clerk,clerk,Kept-From-Before-7\n");

        start();

        assertTrue(Files.readString(file).contains("yantai,clerk,clerk,Kept-From-Before-7\n"));
        everyLineSignsIn();
    }

    /** At a start the modules that define the roles come a moment later: nothing is tried, and nothing fails. */
    @Test
    public void itBeginsWhenTheRolesAreKnown() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        house.modules.remove("identity");
        house.modules.add(new IdentityDescriptor() {
            @Override
            public List<RoleDefinition> roles() {
                looks.countDown();
                return List.of();
            }
        });
        DemoAccounts demo = new DemoAccounts(
                house.accounts, house.tenants, house.settings, folder.getRoot().getPath());
        demo.start();
        assertTrue(looks.await(1, TimeUnit.MINUTES));
        assertFalse(demo.isComplete());
        assertFalse("a password before its account", Files.exists(file));

        house.modules.remove("identity");
        house.modules.add(new IdentityDescriptor());
        await(demo);
        demo.stop();

        everyLineSignsIn();
    }

    @Test
    public void aCentreThatComesLaterGetsItsAccounts() throws Exception {
        DemoAccounts demo = new DemoAccounts(
                house.accounts, house.tenants, house.settings, folder.getRoot().getPath());
        demo.start();
        await(demo);
        TenantId laishan = new TenantId("laishan");
        house.tenants.place(laishan, House.YANTAI);
        assertFalse(demo.isComplete());

        demo.tenantChanged(house.tenants.get(laishan));
        await(demo);
        demo.stop();

        assertTrue(Files.readString(file).contains("laishan,reviewer,reviewer,"));
        everyLineSignsIn();
    }

    @Test
    public void aRoleThatAModuleBringsGetsItsAccountsWhenTheModuleComes() throws Exception {
        DemoAccounts demo = new DemoAccounts(
                house.accounts, house.tenants, house.settings, folder.getRoot().getPath());
        demo.start();
        await(demo);
        assertFalse(Files.readString(file).contains(",caller,"));

        ModuleDescriptor ratings = new ModuleDescriptor() {
            @Override
            public String word() {
                return "ratings";
            }

            @Override
            public List<RoleDefinition> roles() {
                return List.of(new RoleDefinition("caller", RoleKind.STAFF));
            }
        };
        house.modules.add(ratings);
        assertFalse(demo.isComplete());
        demo.moduleAdded(ratings);
        await(demo);
        demo.stop();

        assertTrue(Files.readString(file).contains("haiyang,caller,caller,"));

        everyLineSignsIn();
    }

    @Test
    public void theHallBringsItsLiaisonAndASecondChief() throws Exception {
        house.modules.add(new ModuleDescriptor() {
            @Override
            public String word() {
                return "windows";
            }

            @Override
            public List<RoleDefinition> roles() {
                return List.of(new RoleDefinition("department-liaison", RoleKind.STAFF));
            }
        });

        start();

        String lines = Files.readString(file);
        assertTrue(lines, lines.contains("haiyang,department-liaison,department-liaison,"));
        assertTrue(lines, lines.contains("haiyang,deputy,chief-representative,"));
        assertTrue("B comes first", lines.indexOf("haiyang,chief,") < lines.indexOf("haiyang,deputy,"));
        everyLineSignsIn();
    }

    @Test
    public void nothingHappensWhereNobodyAskedForIt() throws Exception {
        house.settings.updated(new Hashtable<>(Map.of("demo", "false")));

        start();

        assertFalse(Files.exists(file));
    }

    private void start() {
        DemoAccounts demo = new DemoAccounts(
                house.accounts, house.tenants, house.settings, folder.getRoot().getPath());
        demo.start();
        await(demo);
        demo.stop();
    }

    private static void await(DemoAccounts demo) {
        while (!demo.isComplete()) {
            Thread.onSpinWait();
        }
    }

    private void everyLineSignsIn() throws Exception {
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            TenantId tenant = new TenantId(cells[0]);
            assertEquals(
                    Set.of(cells[2].split(";")),
                    house.signIn
                            .signIn(new Credentials(cells[1], cells[3]), "10.0.0.1", house.at(tenant))
                            .roles());
        }
    }
}
