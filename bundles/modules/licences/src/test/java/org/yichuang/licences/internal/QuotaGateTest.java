package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** No more is granted than there are places, in the order of acceptance (R1-16); on both databases. */
public class QuotaGateTest extends Contract {
    private RegisterWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
    }

    private GateQuestion deciding(String number, Outcome outcome) {
        Decide decision = new Decide(outcome, null, "不符合", "办法第三条", "可以复议");
        return world.question(GatedCommand.DECIDE, number, RegisterWorld.TAXI, RegisterWorld.HOLDER, decision);
    }

    private GateAnswer grant(String number) {
        return world.ask(world.quotaGate, deciding(number, Outcome.GRANT), HAIYANG);
    }

    private static void assertRefused(LicenceError code, GateAnswer answer) {
        assertEquals(code, ((GateAnswer.Refused) answer).code());
    }

    @Test
    public void aGrantTakesAPlaceBeforeItsResultIsMadeOutAndOnlyOnce() {
        assertEquals(GateAnswer.noObjection(), grant("C1"));
        world.registered("C1", RegisterWorld.TAXI, HAIYANG);
        assertEquals(GateAnswer.noObjection(), grant("C2"));

        assertRefused(LicenceError.QUOTA_USED_UP, grant("C3"));
        assertEquals(
                "it can still be refused",
                GateAnswer.noObjection(),
                world.ask(world.quotaGate, deciding("C3", Outcome.REFUSE), HAIYANG));
    }

    @Test
    public void whatIsRevokedLeavesItsPlaceToTheNext() {
        grant("C1");
        grant("C2");
        world.registered("C1", RegisterWorld.TAXI, HAIYANG);
        world.registered("C2", RegisterWorld.TAXI, HAIYANG);
        assertRefused(LicenceError.QUOTA_USED_UP, grant("C3"));

        world.decisions.cancel(
                "C1",
                new LicenceRequests.Cancel(CancellationGround.FORCE_MAJEURE, "r", "b", "王局长"),
                world.as("chief-representative", HAIYANG));

        assertEquals(GateAnswer.noObjection(), grant("C3"));
    }

    @Test
    public void aBundleTakesAPlaceOfEachMemberThatHasAQuotaAndKeepsItWithItsResult() {
        world.members.put("B1", List.of(RegisterWorld.FOOD, RegisterWorld.TAXI));
        world.members.put("B2", List.of(RegisterWorld.FOOD, RegisterWorld.TAXI));
        world.members.put("B3", List.of(RegisterWorld.FOOD, RegisterWorld.TAXI));
        GateQuestion first = bundle("B1");
        assertEquals(GateAnswer.noObjection(), world.ask(world.quotaGate, first, HAIYANG));
        world.registered("B1", "bundle", HAIYANG);
        assertEquals(GateAnswer.noObjection(), world.ask(world.quotaGate, bundle("B2"), HAIYANG));

        assertRefused(LicenceError.QUOTA_USED_UP, world.ask(world.quotaGate, bundle("B3"), HAIYANG));
        assertRefused(LicenceError.QUOTA_USED_UP, grant("C1"));
    }

    private GateQuestion bundle(String number) {
        Decide decision = new Decide(Outcome.GRANT, null, null, null, null);
        return world.question(GatedCommand.DECIDE, number, "bundle", RegisterWorld.HOLDER, decision);
    }

    @Test
    public void theLastPlacesGoToWhoWasAcceptedFirst() {
        grant("C1");
        world.acceptedEarlier.add("C2");

        GateAnswer answer = grant("C3");

        assertRefused(LicenceError.EARLIER_APPLICATION, answer);
        String sentence = ((GateAnswer.Refused) answer).message().zh();
        assertTrue(sentence, sentence.contains("C2"));
        world.acceptedEarlier.clear();
        assertEquals(GateAnswer.noObjection(), grant("C3"));
    }

    @Test
    public void whereThereAreEnoughPlacesNobodyWaits() {
        world.acceptedEarlier.add("C2");

        assertEquals(GateAnswer.noObjection(), grant("C3"));
    }

    @Test
    public void ofTwoGrantsAtOneMomentOneGetsTheLastPlace() {
        grant("C1");
        AtomicInteger attempts = new AtomicInteger();
        List<GateAnswer> answers = new ArrayList<>();
        world.transactions.write(CallContext.system(HAIYANG, world.province.now(), "r"), Void.class, unit -> {
            answers.add(world.quotaGate.check(deciding("C2", Outcome.GRANT), unit));
            if (attempts.incrementAndGet() == 1) {
                meanwhile(() -> grant("C3"));
            }
            return null;
        });

        assertEquals("it was counted anew", 2, attempts.get());
        assertEquals(GateAnswer.noObjection(), answers.get(0));
        assertRefused(LicenceError.QUOTA_USED_UP, answers.get(1));
    }

    private static void meanwhile(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
