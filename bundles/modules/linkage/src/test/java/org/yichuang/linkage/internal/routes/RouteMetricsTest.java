package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.linkage.internal.health.RouteMetrics;

/** What passes is counted by route, hence by what it is about, and a way that is shut is seen. */
public class RouteMetricsTest {
    private final RoutesFixture way = new RoutesFixture();

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void whatPassesIsCountedByItsRoute() throws Exception {
        way.begin();
        for (String number : List.of("C1", "C2")) {
            way.send(HAIYANG, "yantai", number, 1);
            await(() -> way.message(number + "-1").state() == State.DELIVERED);
        }

        await(() -> counted("yichuang_camel_exchanges", "route", "linkage-letter-forward", "result", "completed") == 2);
        assertEquals(0, counted("yichuang_camel_exchanges", "route", "linkage-failed", "result", "completed"), 0);
        assertEquals(0, counted("yichuang_camel_exchanges", "route", "linkage-in", "result", "failed"), 0);
        assertTrue(counted("yichuang_camel_exchange_seconds", "route", "linkage-letter-forward") >= 0);
        await(() -> gauge("yichuang_camel_exchanges_inflight", "route", "linkage-out") == 0);
    }

    @Test
    public void aWayThatIsShutIsSeenAndOneThatIsOpenToo() throws Exception {
        way.camel.addComponent("wire", new SedaComponent());
        way.network.policy(YANTAI, "exchange.transport", "wire:yantai");
        way.begin().before("linkage-leave", "linkage-hand-over", exchange -> {
            throw new IOException("connection refused");
        });
        assertEquals(0, gauge("yichuang_linkage_way_shut", "receiver", "yantai"), 0);
        for (String number : List.of("C1", "C2", "C3")) {
            way.send(HAIYANG, "yantai", number, 1);
        }

        await(() -> gauge("yichuang_linkage_way_shut", "receiver", "yantai") == 1);
    }

    private double counted(String name, String... labels) {
        return ((CounterDataPointSnapshot) point(name, labels)).getValue();
    }

    private double gauge(String name, String... labels) {
        return ((GaugeDataPointSnapshot) point(name, labels)).getValue();
    }

    private DataPointSnapshot point(String name, String... labels) {
        return new RouteMetrics(way.camel, way.network, way.endpoints)
                .collect().stream()
                        .filter(each -> each.getMetadata().getName().equals(name))
                        .flatMap(each -> each.getDataPoints().stream())
                        .filter(each -> each.getLabels().equals(Labels.of(labels)))
                        .findFirst()
                        .orElseThrow();
    }
}
