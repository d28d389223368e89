package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.HotWords.Hot;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.persistence.TermRows;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** What ten people look for is told, and nobody is told of any of them. */
public class HotWordsTest extends CatalogueWorld {
    private HotWords words;

    @Before
    public void listen() {
        words = again();
    }

    @After
    public void close() {
        words.close();
    }

    /** As another container, or this one a minute later. */
    private HotWords again() {
        return new HotWords(transactions, new TermRows(transactions.persistenceUnit()), cipher());
    }

    private static CallContext stranger(TenantId tenant) {
        return calling(tenant).by(Actor.ANONYMOUS);
    }

    private static Results found(String... marks) {
        ItemVersion tree = new ItemVersion(YANTAI, 1, ItemVersion.State.PUBLISHED, TreeItem.named("城市树木砍伐审批"), null, 1);
        return new Results(List.of(tree), null, Optional.of(1), Map.of(), List.of(), List.of(marks));
    }

    private void people(int number, String word) {
        for (int i = 0; i < number; i++) {
            words.hear(found(word), "10.0.0." + i, stranger(YANTAI));
        }
        words.keepAll();
    }

    @Test
    public void whatTenPeopleHaveFoundIsToldWithTheirNumber() {
        people(9, "树木");
        assertEquals(List.of(), again().hot(stranger(YANTAI)));

        people(11, "树木");
        people(10, "砍伐");

        assertEquals(List.of(new Hot("树木", 11), new Hot("砍伐", 10)), again().hot(stranger(YANTAI)));
        assertEquals(List.of(), again().hot(stranger(HAIYANG)));
    }

    @Test
    public void onePersonCountsOnceHoweverOftenAndFromWhereTheyAsk() {
        Actor clerk = new Actor("clerk-li", "李", Set.of("clerk"), Set.of(), Set.of());
        for (int i = 0; i < 20; i++) {
            words.hear(found("树木"), "10.0.0." + i, calling(YANTAI).by(clerk));
            words.keepAll();
        }
        assertEquals(List.of(), again().hot(stranger(YANTAI)));
    }

    @Test
    public void nothingIsKeptButWordsOfNamesOfItems() {
        people(10, "张三的身份证");
        people(10, "11010519491231002X");
        people(10, "树");
        assertEquals(List.of(), again().hot(stranger(YANTAI)));
        Results nothing = new Results(List.of(), null, Optional.of(0), Map.of(), List.of(), List.of("树木"));
        for (int i = 0; i < 10; i++) {
            words.hear(nothing, "10.0.0." + i, stranger(YANTAI));
        }
        words.keepAll();
        assertEquals(List.of(), again().hot(stranger(YANTAI)));
    }

    @Test
    public void whatIsToldStandsForAMinute() {
        assertEquals(List.of(), words.hot(stranger(YANTAI)));
        people(10, "树木");
        assertEquals(List.of(), words.hot(stranger(YANTAI)));
    }
}
