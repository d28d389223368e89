package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.testing.centres.TestCentres;

/** A way that hangs holds up whoever goes that way, and nobody else. */
public class HangingWaysTest {
    private final RoutesFixture way = new RoutesFixture();

    @Before
    public void connect() {
        way.camel.addComponent("wire", new SedaComponent());
        way.network.policy(YANTAI, "exchange.transport", "wire:{receiver}");
        way.network.policy(HAIYANG, "exchange.transport", "wire:haiyang");
        way.receiving = TestPlaces.of(new TestCentres());
    }

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void aWayThatHangsHoldsUpNobodyWhoGoesElsewhere() throws Exception {
        Semaphore answers = new Semaphore(0);
        way.begin("wire:yantai, wire:haiyang");
        way.before("linkage-leave", "linkage-hand-over", exchange -> answers.acquire());
        for (int number = 1; number <= 40; number++) {
            way.send(HAIYANG, "yantai", "C" + number, 1);
        }
        await(() -> answers.getQueueLength() == 2);

        way.send(HAIYANG, "liugezhuang", "D1", 1);
        await(() -> way.message("D1-1").state() == State.DELIVERED);
        assertEquals("half of the workers", 2, answers.getQueueLength());

        answers.release(1_000);
        await(() -> way.cases.received.size() == 41);
    }

    @Test
    public void waysThatHangLeaveRoomForAnotherOneThatIsAsFar() throws Exception {
        Semaphore answers = new Semaphore(0);
        for (TenantId far : List.of(SHANDONG, HAIYANG, LAISHAN)) {
            way.network.policy(far, "exchange.transport", "wire:{receiver}");
        }
        way.network.policy(YANTAI, "exchange.transport", "local");
        way.begin("wire:shandong").before("linkage-leave", "linkage-hand-over", exchange -> {
            if (!exchange.getProperty("linkageEndpoint", String.class).equals("wire:shandong")) {
                answers.acquire();
            }
        });
        for (int number = 1; number <= 40; number++) {
            way.send(YANTAI, "haiyang", "C" + number, 1);
            way.send(YANTAI, "laishan", "D" + number, 1);
        }
        await(() -> answers.getQueueLength() == 4);

        way.send(YANTAI, "shandong", "E1", 1);
        await(() -> way.message("E1-1").state() == State.DELIVERED);
        assertEquals("nobody has more than a lane", 4, answers.getQueueLength());
        answers.release(1_000);
    }
}
