package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.LicenceRequests.Deliver;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.domain.ActDelivery;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** A decision about a result reaches its holder (R1-43); on both databases. */
public class LicenceDeliveriesTest extends Contract {
    private RegisterWorld world;
    private LicenceDeliveries deliveries;
    private String decision;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        node.prove(new JpaChainHeads("licence", node.entities("licences"), node.transactions(), Licence.class));
        deliveries = new LicenceDeliveries(world.transactions, world.rows, world.province);
        world.province.at("2026-03-02T09:00");
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        world.decisions.revoke(
                "C1",
                new Revoke(RevocationGround.FRAUD, "虚假材料", "办法", "已听取意见", false, "王局长"),
                world.as("chief-representative", HAIYANG));
        decision = view().acts().get(0).number();
    }

    private LicenceView view() {
        return world.licences.find("C1", clerk());
    }

    private CallContext clerk() {
        return world.as("clerk", HAIYANG);
    }

    private List<String> undelivered() {
        return world.licences.list(Filter.UNDELIVERED, PageRequest.of(9, null), clerk()).items().stream()
                .map(Summary::id)
                .toList();
    }

    private ActDelivery delivered() {
        return view().acts().get(0).delivery();
    }

    private ProblemException refused(Deliver request) {
        return assertThrows(ProblemException.class, () -> deliveries.deliver("C1", request, clerk()));
    }

    @Test
    public void itIsToBeDeliveredUntilItHasBeen() {
        assertEquals(List.of("C1"), undelivered());
        assertEquals(List.of("delivery"), view().commands());
        world.province.at("2026-03-04T09:00");
        LocalDate yesterday = LocalDate.of(2026, 3, 3);

        deliveries.deliver(
                "C1", new Deliver(decision, DeliveryMethod.DIRECT, yesterday, "张小明", "回证 12", null), clerk());

        assertEquals(yesterday, delivered().servedOn());
        assertEquals("张小明", delivered().receivedBy());
        assertEquals(List.of(), undelivered());
        assertEquals(List.of(), view().commands());
        assertEquals(
                "who only looks on reads no name",
                "",
                world.licences
                        .find("C1", world.as("centre-manager", HAIYANG))
                        .acts()
                        .get(0)
                        .delivery()
                        .receivedBy());
        assertEquals(
                LicenceError.LICENCE_STATE,
                refused(new Deliver(decision, DeliveryMethod.DIRECT, null, "张小明", null, null))
                        .code());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void anAnnouncementServesAfterThirtyDays() {
        Deliver announced = new Deliver(decision, DeliveryMethod.ANNOUNCEMENT, null, "张小明", null, null);
        assertEquals("remark", refused(announced).fields().get(0).field());

        deliveries.deliver(
                "C1", new Deliver(decision, DeliveryMethod.ANNOUNCEMENT, null, "张小明", "县政府网站；住址不明", null), clerk());

        assertEquals(LocalDate.of(2026, 3, 2), delivered().on());
        assertEquals(LocalDate.of(2026, 4, 1), delivered().servedOn());
    }

    @Test
    public void electronicallyOnlyWhereThatWasAgreedTo() {
        Deliver without = new Deliver(decision, DeliveryMethod.ELECTRONIC, null, "张小明", null, null);
        assertEquals("consent", refused(without).fields().get(0).field());
        Deliver needless = new Deliver(decision, DeliveryMethod.POST, null, "张小明", null, "确认书");
        assertEquals(CommonError.FIELDS_INVALID, refused(needless).code());

        deliveries.deliver("C1", new Deliver(decision, DeliveryMethod.ELECTRONIC, null, "张小明", null, "确认书"), clerk());
        assertEquals("确认书", delivered().consent());
    }

    @Test
    public void neitherBeforeTheDecisionNorInTheFuture() {
        for (String day : List.of("2026-03-01", "2026-03-03")) {
            Deliver wrong = new Deliver(decision, DeliveryMethod.DIRECT, LocalDate.parse(day), "张小明", null, null);
            assertEquals("on", refused(wrong).fields().get(0).field());
        }
        assertTrue(view().commands().contains("delivery"));
        assertFalse(world.licences
                .find("C1", world.as("reviewer", HAIYANG))
                .commands()
                .contains("delivery"));
    }
}
