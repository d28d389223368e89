package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.LicenceRequests.Disclose;
import org.yichuang.licences.internal.LicenceRequests.DiscloseGrant;
import org.yichuang.licences.internal.LicenceRequests.Withhold;
import org.yichuang.licences.internal.LicenceRequests.WithholdGrant;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.testing.centres.TestCentres;

/** Decisions of which the module hears late, or while somebody withholds them; on both databases. */
public class GrantsLaterTest extends MatterContract {
    private static final WithholdGrant SECRET = new WithholdGrant(WithholdingGround.STATE_SECRET, "保守国家秘密法");
    private static final Withhold PRIVATE = new Withhold(WithholdingGround.PRIVACY, "隐私", "行政许可法", "王局长");

    private final CountDownLatch isWritten = new CountDownLatch(1);
    private final CountDownLatch isTried = new CountDownLatch(1);

    private Grants grants;
    private GrantRegister register;

    @Before
    public void grants() {
        node.prove(new JpaChainHeads("licence-grant", node.entities("licences"), node.transactions(), Grant.class));
        grants = new Grants(world.transactions, world.holdings);
        register = new GrantRegister(
                world.holdings, new Certificates(RegisterItems.of(world.certificates), world), world.province);
    }

    private static EventEnvelope event(String number, String type, RegisterWorld world) {
        DomainEvent event =
                DomainEvent.of("cases", type).about(number, RegisterWorld.FOOD).with(2, "{}");
        return new EventEnvelope(HAIYANG, event, "case", number, 1, "wang", "王", world.province.now(), "r", 1, 1);
    }

    private void hear(String number, String type) {
        within(unit -> register.on(event(number, type, world), unit));
    }

    private void within(Consumer<UnitOfWork> work) {
        world.within(CallContext.system(HAIYANG, world.province.now(), "r"), work);
    }

    private List<Grants.Decided> shown() {
        CallContext call = TestCentres.calling(HAIYANG).by(Actor.ANONYMOUS);
        return grants.published(LicenceView.Filter.ALL, PageRequest.of(9, null), call)
                .items();
    }

    private CallContext chief() {
        return world.as("chief-representative", HAIYANG);
    }

    private void decided(String number) {
        world.states.put(number, CaseState.GRANTED);
        world.make(number, RegisterWorld.FOOD, HAIYANG);
        hear(number, "granted");
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    /** The same histories as those of which it has heard at once. */
    @Test
    public void whatIsASecretStaysOneWhereItsDecisionIsHeardOfLate() {
        world.certificateNumber = "JYC5";
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        world.concerned.put("C6", new CaseLicence("JYC5", LicenceMatter.REPLACEMENT, null, null));
        world.certificateNumber = "JYC6";
        world.registered("C6", RegisterWorld.FOOD, HAIYANG);
        world.decisions.withhold("C6", PRIVATE, chief());
        world.certificateNumber = "JYC8";
        world.members.put("C8", List.of(RegisterWorld.FOOD, RegisterWorld.TAXI));
        world.registered("C8", RegisterWorld.FOOD, HAIYANG);
        world.decisions.withhold("C8-1", PRIVATE, chief());
        List.of("C5", "C6", "C8").forEach(number -> hear(number, "granted"));
        assertEquals(List.of(), shown());

        world.decisions.disclose("C8-1", new Disclose("解密", "保守国家秘密法", "王局长"), chief());
        assertEquals(1, shown().size());
        world.decisions.disclose("C6", new Disclose("解密", "保守国家秘密法", "王局长"), chief());
        assertEquals(3, shown().size());
        assertSound();
    }

    @Test
    public void whatNobodyWasAskedAboutIsShownOnceSomebodyHasLookedOrItIsMadeOut() {
        List.of("C2", "C3", "C4", "C5").forEach(this::decided);
        assertEquals(List.of(), shown());
        assertEquals("UNSEEN", grants.find("C2", chief()).withheld());
        assertEquals(
                List.of("disclosure", "withholding"), grants.find("C2", chief()).commands());

        grants.disclose("C2", new DiscloseGrant("已核对"), chief());
        assertEquals(1, shown().size());
        world.hear("C3", HAIYANG);
        assertEquals(2, shown().size());
        grants.withhold("C4", SECRET, chief());
        world.hear("C4", HAIYANG);
        assertTrue(view("C4").withheld());
        hear("C5", "grant-ended");
        grants.disclose("C5", new DiscloseGrant("已核对"), chief());
        assertEquals(3, shown().size());
        assertEquals(List.of(), grants.find("C5", chief()).commands());
        assertSound();
    }

    @Test
    public void aLongProvisionIsCutInDecisions() {
        Withhold secret = new Withhold(WithholdingGround.PRIVACY, "隐私", "法".repeat(1000), "王局长");
        world.decisions.withhold("C1", secret, chief());
        hear("C1", "granted");
        assertEquals("法".repeat(200), grants.find("C1", chief()).basis());
        world.decisions.disclose("C1", new Disclose("解密", "保守国家秘密法", "王局长"), chief());
        world.decisions.withhold("C1", secret, chief());
        assertEquals("法".repeat(200), grants.find("C1", chief()).basis());
        assertSound();
    }

    /** One transaction stands before its commit until the other one has been tried. */
    private void together(Runnable first, Runnable second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> before = threads.submit(first);
            assertTrue(isWritten.await(60, TimeUnit.SECONDS));
            Future<?> beside = threads.submit(second);
            try {
                beside.get(2, TimeUnit.SECONDS);
            } catch (TimeoutException waits) {
                assertFalse(beside.isDone());
            }
            isTried.countDown();
            before.get(60, TimeUnit.SECONDS);
            beside.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    private void pause() {
        isWritten.countDown();
        try {
            assertTrue(isTried.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void whoWithholdsWhatIsBeingEnteredIsToldThatItIs() throws Exception {
        decided("C2");
        grants.disclose("C2", new DiscloseGrant("已核对"), chief());
        together(
                () -> within(unit -> {
                    world.register.on(event("C2", "issued", world), unit);
                    pause();
                }),
                () -> assertEquals(
                        LicenceError.LICENCE_STATE,
                        assertThrows(ProblemException.class, () -> grants.withhold("C2", SECRET, chief()))
                                .code()));
        assertEquals(1, shown().size());
        assertSound();
    }

    @Test
    public void whatIsEnteredWhileSomebodyWithholdsItIsASecret() throws Exception {
        decided("C2");
        grants.disclose("C2", new DiscloseGrant("已核对"), chief());
        together(
                () -> within(unit -> {
                    Grant grant = world.holdings.grants().held("C2", unit).orElseThrow();
                    world.holdings
                            .grants()
                            .record(grant, "withhold", Map.of(), grant.withhold(WithholdingGround.PRIVACY, "法"), unit);
                    pause();
                }),
                () -> world.hear("C2", HAIYANG));
        assertTrue(view("C2").withheld());
        assertEquals(List.of(), shown());
        assertSound();
    }

    @Test
    public void aDecisionIsHeardOfWhileItsResultIsWithheld() throws Exception {
        together(
                () -> within(unit -> {
                    register.on(event("C1", "granted", world), unit);
                    pause();
                }),
                () -> world.decisions.withhold("C1", PRIVATE, chief()));
        assertTrue(view("C1").withheld());
        assertEquals(List.of(), shown());
        assertSound();
    }
}
