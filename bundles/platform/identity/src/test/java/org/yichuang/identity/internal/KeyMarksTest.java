package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.Result;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.identity.internal.health.KeysHereCheck;
import org.yichuang.identity.internal.health.KeysInUseCheck;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.TestDatabase;

/** A container that lacks a master key that is in use, or has another one of its name, says so. */
public class KeyMarksTest {
    private static final String FIRST = "2026 " + "ab".repeat(32) + "\n";
    private static final String SECOND = "2027 " + "cd".repeat(32) + "\n";

    private static final DataScope SCOPE = new DataScope(House.YANTAI, "cases.applicant-name", "2026-0001");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Kept cases = new Kept("cases");
    private final Kept documents = new Kept("documents");
    private final List<PersonalDataHolder> holders = new ArrayList<>(List.of(cases));
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
    }

    @Test
    public void whatIsTakenIntoUseIsMarkedOnce() throws Exception {
        assertEquals(List.of("0"), container("").marks().look().inUse());
        later();
        assertEquals(List.of("0", "2026"), container(FIRST).marks().look().inUse());
        assertEquals(List.of("0", "2026"), container(FIRST).marks().look().inUse());
    }

    @Test
    public void aContainerWithoutAKeyThatIsInUseIsNotReady() throws Exception {
        container(FIRST).marks().look();

        PersonalDataKeys restored = container("");
        assertEquals(List.of("2026"), restored.marks().look().missing());
        assertEquals(Result.Status.CRITICAL, ready(restored));
        assertFalse("it renews nothing", restored.cipher().mayRenew());
        later();
        assertTrue(
                "its own key is not taken into use", container(FIRST).cipher().mayRenew());
        assertEquals(Result.Status.OK, ready(container(FIRST)));
    }

    @Test
    public void aContainerWithAnotherKeyOfTheSameNameIsNotReady() throws Exception {
        container(FIRST).marks().look();

        PersonalDataKeys other = container("2026 " + "ef".repeat(32) + "\n");
        assertEquals(List.of("2026"), other.marks().look().others());
        assertEquals(Result.Status.CRITICAL, ready(other));
        assertFalse(other.cipher().mayRenew());
    }

    @Test
    public void nothingIsEncryptedUnderAnotherKeyOfTheSameName() throws Exception {
        PersonalDataKeys right = container(FIRST);
        right.marks().look();
        String kept = right.cipher().encrypt(SCOPE, "张晓明");

        EnvelopeCipher other = container("2026 " + "ef".repeat(32) + "\n").cipher();
        assertRefused(() -> other.encrypt(SCOPE, "李四"));
        String older = container("").cipher().encrypt(SCOPE, "王五");
        assertRefused(() -> other.rewrap(SCOPE, older));
        assertEquals("张晓明", right.cipher().decrypt(SCOPE, kept));
    }

    @Test
    public void aKeyThatCannotBeMarkedEncryptsNothing() throws Exception {
        container(FIRST).marks().look();
        later();
        container(FIRST + SECOND).marks().look();

        EnvelopeCipher incomplete =
                container(FIRST + "2028 " + "ef".repeat(32) + "\n").cipher();
        assertRefused(() -> incomplete.encrypt(SCOPE, "李四"));
    }

    @Test
    public void noValueIsAskedForInTheDatabase() throws Exception {
        EnvelopeCipher cipher = container(FIRST).cipher();
        cipher.encrypt(SCOPE, "张晓明");
        house.transactions.write(house.system(House.YANTAI), Void.class, unit -> {
            assertEquals("王五", cipher.decrypt(SCOPE, cipher.encrypt(SCOPE, "王五")));
            return null;
        });
    }

    @Test
    public void whoWaitsForTheFirstLookDoesNotHoldWhatItNeeds() throws Exception {
        EnvelopeCipher cipher = container(FIRST).cipher();
        CyclicBarrier allConnectionsAreTaken = new CyclicBarrier(TestDatabase.POOL);
        ExecutorService writers = Executors.newFixedThreadPool(TestDatabase.POOL);
        try {
            List<Future<String>> values = writers.invokeAll(Collections.nCopies(
                    TestDatabase.POOL,
                    () -> house.transactions.write(house.system(House.YANTAI), String.class, unit -> {
                        unit.connection();
                        await(allConnectionsAreTaken);
                        return cipher.encrypt(SCOPE, "张晓明");
                    })));
            assertTrue("somebody got through", values.stream().anyMatch(KeyMarksTest::succeeded));
        } finally {
            writers.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeded(Future<?> done) {
        try {
            done.get();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            ProblemException refusal = (ProblemException) e.getCause();
            assertEquals(IdentityError.PERSONAL_DATA_UNREADABLE, refusal.code());
            return false;
        }
    }

    @Test
    public void keysFromBeforeTheMarksAreMarkedAsWell() throws Exception {
        assertEquals(
                List.of("0", "2026", "2027"),
                container(FIRST + SECOND).marks().look().inUse());

        PersonalDataKeys restored = container(SECOND);
        assertEquals(List.of("2026"), restored.marks().look().missing());
        assertEquals(Result.Status.CRITICAL, ready(restored));
    }

    @Test
    public void aKeyWithoutAMarkThatIsNamedGetsOne() throws Exception {
        container("").marks().look();
        later();
        container(SECOND).marks().look();
        PersonalDataKeys both = container(FIRST + SECOND);
        cases.keys.put("yantai", Set.of("2026"));
        both.retirement().run(once());
        later();
        assertEquals(List.of("2026", "0", "2027"), both.marks().look().inUse());
        assertTrue(both.marks().look().isLatest());
    }

    @Test
    public void twoContainersDoNotRenewForEachOther() throws Exception {
        container(FIRST).marks().look();
        PersonalDataKeys first = container(SECOND + FIRST);
        assertTrue(first.cipher().mayRenew());
        later();
        PersonalDataKeys second = container(FIRST + SECOND);
        assertTrue(second.cipher().mayRenew());

        later();
        assertFalse("a newer key is in use", first.cipher().mayRenew());
        assertEquals("it has it all the same", Result.Status.OK, ready(first));
        assertEquals(Result.Status.WARN, doctor(first));
        assertTrue(second.cipher().mayRenew());
    }

    @Test
    public void aKeyGoesWhenNoModuleKeepsAnythingUnderItAnyMore() throws Exception {
        cases.keys.put("yantai", Set.of("2026"));
        container(FIRST).marks().look();
        later();
        PersonalDataKeys rotated = container(FIRST + SECOND);
        rotated.marks().look();
        rotated.retirement().run(once());
        later();
        assertTrue(rotated.marks().look().inUse().contains("2026"));

        cases.keys.put("yantai", Set.of("2027", ""));
        rotated.retirement().run(once());
        later();
        assertTrue("not all is known", rotated.marks().look().inUse().contains("2026"));

        cases.keys.put("yantai", Set.of("2027"));
        rotated.retirement().run(once());
        later();
        assertTrue("who is late is waited for", rotated.marks().look().inUse().contains("2026"));
        house.clock.forward(KeyRetirement.UNUSED);
        rotated.retirement().run(once());
        later();
        assertEquals(List.of("2027"), rotated.marks().look().inUse());
        assertEquals("the line may go", Result.Status.OK, ready(container(SECOND)));
    }

    @Test
    public void aContainerThatStillWritesUnderARetiredKeyTakesItIntoUseAgain() throws Exception {
        container(FIRST).marks().look();
        later();
        PersonalDataKeys rotated = container(FIRST + SECOND);
        rotated.marks().look();
        rotated.retirement().run(once());
        house.clock.forward(KeyRetirement.UNUSED);
        rotated.retirement().run(once());

        KeyState late = container(SECOND + FIRST).marks().look();
        assertTrue(late.inUse().contains("2026"));
        assertFalse(late.isLatest());
    }

    @Test
    public void aKeyStaysWhileSomethingOfARemovedCentreIsUnderIt() throws Exception {
        cases.keys.put("gone", Set.of("2026"));
        PersonalDataKeys rotated = rotatedAndUnusedForADay();
        assertTrue(rotated.marks().look().inUse().contains("2026"));
        assertEquals(Result.Status.OK, doctor(rotated));
    }

    @Test
    public void aKeyStaysWhileAModuleThatIsSwitchedOnIsNotThere() throws Exception {
        house.modules.remove("fees");
        house.tenants.switchModule(House.YANTAI, "fees", true);
        PersonalDataKeys rotated = rotatedAndUnusedForADay();
        assertTrue(rotated.marks().look().inUse().contains("2026"));
    }

    @Test
    public void aKeyStaysWhileAModuleThatOnceNamedItIsNotThere() throws Exception {
        documents.keys.put("yantai", Set.of("2026"));
        container(FIRST).marks().look();
        holders.add(documents);
        container(FIRST).retirement().run(once());
        holders.remove(documents);
        PersonalDataKeys rotated = rotatedAndUnusedForADay();
        assertTrue(rotated.marks().look().inUse().contains("2026"));
        assertEquals(Result.Status.WARN, doctor(rotated));
        holders.add(documents);
        documents.keys.put("yantai", Set.of("2027"));
        rotated.retirement().run(once());
        house.clock.forward(KeyRetirement.UNUSED);
        rotated.retirement().run(once());
        later();
        assertEquals(List.of("2027"), rotated.marks().look().inUse());
        assertEquals(Result.Status.OK, doctor(rotated));
    }

    @Test(timeout = 120_000)
    public void whoMayWriteIsNotedWithoutAnybodyAsking() throws Exception {
        PersonalDataKeys keys = container(FIRST);
        keys.start();
        try {
            KeyUsage asked = new KeyUsage(
                    house.tenants, house.modules, List.of(), new KeyHolders(keys.marks()::context, house.transactions));
            while (!asked.absent().equals(Map.of("2026", Set.of("cases")))) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        } finally {
            keys.stop();
        }
    }

    @Test
    public void aRetiredKeyThatIsNamedAllTheSameIsTakenIntoUseAgain() throws Exception {
        PersonalDataKeys rotated = rotatedAndUnusedForADay();
        assertEquals(List.of("2027"), rotated.marks().look().inUse());

        cases.keys.put("yantai", Set.of("2026"));
        assertEquals(Result.Status.CRITICAL, doctor(rotated));
        rotated.retirement().run(once());
        later();
        assertTrue(rotated.marks().look().inUse().contains("2026"));
        assertEquals(Result.Status.OK, doctor(rotated));
    }

    private PersonalDataKeys rotatedAndUnusedForADay() throws Exception {
        container(FIRST).marks().look();
        later();
        PersonalDataKeys rotated = container(FIRST + SECOND);
        rotated.marks().look();
        rotated.retirement().run(once());
        house.clock.forward(KeyRetirement.UNUSED);
        rotated.retirement().run(once());
        later();
        return rotated;
    }

    private static void assertRefused(ThrowingRunnable work) {
        ProblemException refused = assertThrows(ProblemException.class, work);
        assertEquals(IdentityError.PERSONAL_DATA_UNREADABLE, refused.code());
    }

    private void later() {
        house.clock.forward(Duration.ofMinutes(1));
    }

    private static Result.Status ready(PersonalDataKeys keys) {
        return new KeysHereCheck(keys.marks()).execute().getStatus();
    }

    private static Result.Status doctor(PersonalDataKeys keys) {
        return new KeysInUseCheck(keys.marks(), keys.usage()).execute().getStatus();
    }

    private PersonalDataKeys container(String keys) throws Exception {
        Path base = folder.newFolder().toPath();
        Files.createDirectories(base.resolve("keys"));
        Files.writeString(base.resolve("keys/personal-data.keys"), keys);
        IdentityGround ground =
                new IdentityGround(house.entities, house.transactions, house.digests, house.journal, house.clock);
        return new PersonalDataKeys(ground, house.tenants, house.modules, holders, base.toString());
    }

    private JobRun once() {
        UnitOfWork.Lease held = house.transactions.lease("identity-key-retirement");
        return new JobRun() {
            @Override
            public CallContext context() {
                throw new IllegalStateException("Of no centre");
            }

            @Override
            public UnitOfWork.Lease lease() {
                return held;
            }

            @Override
            public boolean goesOn() {
                return true;
            }
        };
    }

    /** A module that keeps something under some keys. */
    private static final class Kept implements PersonalDataHolder {
        private final String module;
        private final Map<String, Set<String>> keys = new HashMap<>();

        Kept(String module) {
            this.module = module;
        }

        @Override
        public Set<TenantId> centres() {
            return keys.keySet().stream().map(TenantId::new).collect(Collectors.toSet());
        }

        @Override
        public String module() {
            return module;
        }

        @Override
        public Set<String> keys(TenantId centre) {
            return keys.getOrDefault(centre.value(), Set.of());
        }
    }
}
