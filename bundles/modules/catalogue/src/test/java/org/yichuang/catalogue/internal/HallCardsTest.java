package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.HallCards.Card;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** Cards with the way to the hall that takes what is not taken here (M-CAT-13). */
public class HallCardsTest extends CatalogueWorld {
    private static final PageRequest PAGE = PageRequest.of(20, null);

    private HallCards cards;

    @Before
    public void openCards() {
        cards = new HallCards(transactions, network, new PublishedRows(transactions.persistenceUnit(), items));
        publish(YANTAI, "A-1,甲事项,行政许可,市住建局,市住建局,市,市,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,乙事项,公共服务,市住建局,市住建局,市,市,否,,5,工作日,承诺件");
        publish(YANTAI, "A-3,丙事项,行政许可,市人社局,市人社局,县,\"县,乡\",否,,5,工作日,承诺件");
    }

    @Test
    public void whatIsDoneAboveIsOnACardWithTheWay() {
        network.policy(YANTAI, HallCards.POLICY + "address", "莱山区观海路1号");
        network.policy(YANTAI, HallCards.POLICY + "bus", "乘17路到市民中心");

        List<Card> above =
                cards.list(Optional.empty(), "", PAGE, calling(HAIYANG)).items();
        assertEquals(
                "what the county accepts itself needs no card",
                List.of("A-1", "A-2"),
                above.stream().map(card -> card.item().code()).toList());
        assertEquals(
                List.of("A-2"),
                cards.list(Optional.of(YANTAI), "乙", PAGE, calling(HAIYANG)).items().stream()
                        .map(card -> card.item().code())
                        .toList());
        Card card = cards.card(YANTAI, "A-1", calling(LIUGEZHUANG));
        assertEquals("乘17路到市民中心", card.hall().bus());
        assertEquals("", card.hall().phone());

        refused(CatalogueError.ITEM_UNKNOWN, () -> cards.card(YANTAI, "A-3", calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> cards.card(HAIYANG, "A-1", calling(YANTAI)));
        assertEquals(
                List.of(),
                cards.list(Optional.empty(), "", PAGE, calling(SHANDONG)).items());
        assertEquals(2, cards.halls(calling(HAIYANG)).size());
    }

    @Test
    public void ofAHallInAnotherDeploymentItIsSaidWhetherItsCatalogueIsKnown() {
        assertTrue(cards.halls(calling(HAIYANG)).stream().allMatch(HallCards.Hall::known));
        network.policy(YANTAI, Tenant.TRANSPORT, "elsewhere");
        network.policy(SHANDONG, Tenant.TRANSPORT, "elsewhere");
        assertEquals(
                List.of(true, false),
                cards.halls(calling(HAIYANG)).stream()
                        .map(HallCards.Hall::known)
                        .toList());
    }

    @Test
    public void aCardSendsNobodyToAHallThatDoesNotTakeTheItem() {
        publish(YANTAI, "A-4,丁事项,行政许可,市人社局,市人社局,县,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-5,戊事项,公共服务,市人社局,市人社局,乡,乡,否,,5,工作日,承诺件");
        assertEquals(
                "the county takes A-4, the township A-5",
                List.of("A-1", "A-2"),
                codes(LIUGEZHUANG, 20, new TreeSet<>()));
        assertEquals(List.of("A-1", "A-2"), codes(HAIYANG, 20, new TreeSet<>()));
        refused(CatalogueError.ITEM_UNKNOWN, () -> cards.card(YANTAI, "A-4", calling(LIUGEZHUANG)));

        publish(HAIYANG, "A-1,甲事项,行政许可,县住建局,县住建局,县,县,否,,5,工作日,承诺件");
        assertEquals("taken here by its own version", List.of("A-2"), codes(HAIYANG, 20, new TreeSet<>()));
        assertEquals("the same in small parts", List.of("A-2"), codes(HAIYANG, 1, new TreeSet<>()));
        assertEquals("nobody goes past the county", List.of("A-2"), codes(LIUGEZHUANG, 1, new TreeSet<>()));
        refused(CatalogueError.ITEM_UNKNOWN, () -> cards.card(YANTAI, "A-1", calling(HAIYANG)));
        refused(CatalogueError.ITEM_UNKNOWN, () -> cards.card(YANTAI, "A-1", calling(LIUGEZHUANG)));
        publish(YANTAI, "A-6,己事项,公共服务,市人社局,市人社局,市,\"县,市\",否,,5,工作日,承诺件");
        assertEquals(List.of("A-2"), codes(LIUGEZHUANG, 20, new TreeSet<>()));
    }

    @Test
    public void theSameItemUnderTheCodeOfTheCountysOrganIsDoneThere() {
        String city = "11370600004260022G" + "2000123014000";
        String county = "1137068700427153XH" + "3000123014000";
        assertEquals(ItemKey.of(city), ItemKey.of(county));
        publish(YANTAI, city + ",庚事项,行政许可,市住建局,市住建局,市,市,否,,5,工作日,承诺件");
        assertTrue(codes(HAIYANG, 20, new TreeSet<>()).contains(city));

        publish(HAIYANG, county + ",庚事项,行政许可,县住建局,县住建局,县,县,否,,5,工作日,承诺件");

        assertFalse(codes(HAIYANG, 20, new TreeSet<>()).contains(city));
        refused(CatalogueError.ITEM_UNKNOWN, () -> cards.card(YANTAI, city, calling(HAIYANG)));
    }

    /** The codes on the cards of the city, read part by part. */
    private List<String> codes(TenantId centre, int limit, Set<String> found) {
        String after = null;
        do {
            Page<Card> part = cards.list(Optional.of(YANTAI), "", PageRequest.of(limit, after), calling(centre));
            part.items().forEach(card -> assertTrue(found.add(card.item().code())));
            after = part.next();
        } while (after != null);
        return List.copyOf(found);
    }
}
