package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.CatalogueSearch.Count;
import org.yichuang.catalogue.api.CatalogueSearch.Dimension;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.CatalogueSearch.Served;
import org.yichuang.catalogue.api.CatalogueSearch.Suggestion;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.search.IndexedSearch;
import org.yichuang.catalogue.internal.search.RankedCatalogue;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;

/** The search of a node on a real database. */
public class IndexedSearchTest extends CatalogueWorld {
    private static final String OLD_AGE = "H-1,老年人优待证办理,公共服务,民政,县民政局,县,县;乡,否,,1,工作日,即办件";
    private static final String FELLING = "H-2,林木采伐许可证核发,行政许可,林业,县林业局,县,县,否,,5,工作日,承诺件";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private IndexedSearch search;
    private Changes changes;

    @Before
    public void openSearch() {
        changes = new Changes(transactions.persistenceUnit());
        search = node("node");
    }

    @After
    public void closeSearch() {
        search.close();
    }

    private IndexedSearch node(String name) {
        String place = folder.getRoot().toPath().resolve(name).toString();
        return new IndexedSearch(transactions, network, items, changes, catalogue, place);
    }

    @Test
    public void peopleFindWhatTheyMean() {
        publish(HAIYANG, OLD_AGE);
        publish(HAIYANG, FELLING);
        for (String typed : List.of("老年证", "laonianzheng", "lao nian zheng", "lnz", "H-1", "h-1", "老年證", "老人优待")) {
            assertEquals(typed, List.of("H-1"), found(typed, HAIYANG));
        }
        for (String typed : List.of("砍树", "我想砍树怎么办", "ｌｉｎｍｕｃａｉｆａ", "lmcf", "林目采伐")) {
            assertEquals(typed, List.of("H-2"), found(typed, HAIYANG));
        }
        assertEquals(List.of(), found("飞船发射", HAIYANG));
    }

    @Test
    public void whoSearchesWhileTheIndexIsMadeIsNotToldThatThereIsNothing() {
        publish(HAIYANG, FELLING);
        String place = folder.getRoot().toPath().resolve("slow").toString();
        try (IndexedSearch slow = new IndexedSearch(readSlowly(), network, items, changes, catalogue, place)) {
            assertEquals(List.of("H-2"), codes(slow.search(Request.of("砍树"), page(), calling(HAIYANG))));
        }
    }

    private Transactions readSlowly() {
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Transactions.class}, (proxy, method, given) -> {
                    if (Thread.currentThread().getName().equals("catalogue-search")) {
                        TimeUnit.SECONDS.sleep(1);
                    }
                    return method.invoke(transactions, given);
                });
    }

    @Test
    public void whatIsPublishedAndRetiredIsSeenAtOnceAndByOthersAfterTheEvent() {
        publish(HAIYANG, OLD_AGE);
        try (IndexedSearch other = node("other")) {
            assertEquals(List.of("H-1"), codes(other.search(Request.of("老年"), page(), calling(HAIYANG))));
            publish(HAIYANG, "H-1,老年人优待卡办理,公共服务,民政,县民政局,县,县;乡,否,,1,工作日,即办件");
            publish(HAIYANG, FELLING);
            editing.retire("H-2", calling(HAIYANG));
            assertEquals(List.of("H-1"), found("优待卡", HAIYANG));
            assertEquals(List.of(), found("林木采伐", HAIYANG));

            heard("H-1");
            heard("H-2");
            CallContext later = calling(HAIYANG, 3);
            for (int i = 0;
                    i < 200
                            && codes(other.search(Request.of("优待卡"), page(), later))
                                    .isEmpty();
                    i++) {
                pause();
            }
            assertEquals(List.of("H-1"), codes(other.search(Request.of("优待卡"), page(), later)));
            assertEquals(List.of(), codes(other.search(Request.of("林木采伐"), page(), later)));
        }
    }

    @Test
    public void aCentreFindsItsOwnItemsAndThoseOfAboveThatItAccepts() {
        publish(YANTAI, "A-1,林木采伐许可,行政许可,林业,市林业局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,林木采伐核准,行政许可,林业,市林业局,市,市,否,,5,工作日,承诺件");
        publish(HAIYANG, "A-1,林木采伐许可,行政许可,林业,县林业局,县,县,否,,5,工作日,承诺件");
        assertEquals(Set.of("A-1"), new HashSet<>(found("林木采伐", LAISHAN)));
        assertEquals(Set.of("A-1", "A-2"), new HashSet<>(found("林木采伐", YANTAI)));
        Results haiyang = search.search(Request.of("林木采伐"), page(), calling(HAIYANG));
        assertEquals(
                List.of(HAIYANG),
                haiyang.items().stream().map(ItemVersion::owner).toList());
        assertEquals("a nearer one hides it, accepted or not", List.of(), found("林木采伐", LIUGEZHUANG));
    }

    @Test
    public void whatIsFoundIsCountedAndNarrowed() {
        publish(HAIYANG, OLD_AGE);
        publish(HAIYANG, FELLING);
        publish(HAIYANG, "H-3,林地占用许可,行政许可,林业,县林业局,县,县,否,,5,工作日,承诺件");
        Results all = search.search(Request.of(""), page(), calling(HAIYANG));
        assertEquals(Optional.of(3), all.total());
        assertEquals(
                List.of(new Count("林业", 2), new Count("民政", 1)), all.counts().get(Dimension.DEPARTMENT));
        assertEquals(
                List.of(new Count("01", 2), new Count("20", 1)), all.counts().get(Dimension.TYPE));

        importCsv(HEADINGS.strip() + ",收费\nH-8,图书馆读者证办理,公共服务,文旅,县文旅局,县,县,否,,1,工作日,即办件,工本费5元\n", true, calling(HAIYANG));
        Results instant = search.search(
                new Request(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CaseKind.INSTANT),
                        Optional.of(true)),
                page(),
                calling(HAIYANG));
        assertEquals("the other one says what it costs", List.of("H-1"), codes(instant));
        assertEquals(List.of(new Count("true", 1)), instant.counts().get(Dimension.FREE));
        Results nobody = search.search(
                new Request(
                        "林",
                        Optional.empty(),
                        Optional.of("民政"),
                        Optional.empty(),
                        Optional.of(Served.PERSON),
                        Optional.empty(),
                        Optional.empty()),
                page(),
                calling(HAIYANG));
        assertEquals(List.of(), codes(nobody));
    }

    @Test
    public void whatIsWrittenWronglyIsFoundAndPutRight() {
        publish(HAIYANG, "H-4,公司营业执照遗失补领,公共服务,市监,县市监局,县,县,否,,1,工作日,即办件");
        Results found = search.search(Request.of("营业直照"), page(), calling(HAIYANG));
        assertEquals(List.of("H-4"), codes(found));
        assertTrue(
                found.corrections().toString(), found.corrections().toString().contains("执照"));
        assertEquals(List.of("H-4"), found("yinyezizao", HAIYANG));
    }

    @Test
    public void windowsFindItemsAsThePublicDoes() {
        publish(HAIYANG, OLD_AGE);
        publish(HAIYANG, FELLING);
        RankedCatalogue windows = new RankedCatalogue(catalogue, search);
        for (String typed : List.of("老年证", "lnz")) {
            Query query = new Query(typed, Optional.empty(), Optional.empty(), Optional.empty());
            assertEquals(
                    List.of("H-1"),
                    windows.search(query, page(), calling(HAIYANG)).items().stream()
                            .map(item -> item.definition().code())
                            .toList());
        }
        assertEquals(
                2, windows.search(Query.ALL, page(), calling(HAIYANG)).items().size());
    }

    @Test
    public void whatPeopleCallAnItemFindsIt() {
        importCsv(
                HEADINGS.strip() + ",俗称\nH-7,陆生野生动物人工繁育许可证核发,行政许可,林业,县林业局,县,县,否,,5,工作日,承诺件,养孔雀；养鹿证\n",
                true,
                calling(HAIYANG));
        for (String typed : List.of("养孔雀", "养鹿证", "yangluzheng", "ylz")) {
            assertEquals(typed, List.of("H-7"), found(typed, HAIYANG));
        }
        assertEquals(
                List.of("养孔雀", "养鹿证"),
                catalogue.offered("H-7", calling(HAIYANG)).definition().aliases());
    }

    @Test
    public void rareCharactersAreFoundExactly() {
        publish(HAIYANG, "H-5,\uD86C\uDF4E\uD859\uDFF6遗址开放,公共服务,文旅,县文旅局,县,县,否,,1,工作日,即办件");
        publish(HAIYANG, "H-6,\uD86C\uDF4E\uD859\uDFF5遗址开放,公共服务,文旅,县文旅局,县,县,否,,1,工作日,即办件");
        assertEquals(List.of("H-5"), found("\uD86C\uDF4E\uD859\uDFF6", HAIYANG));
        assertEquals(List.of("H-6"), found("\uD859\uDFF5", HAIYANG));
    }

    @Test
    public void nothingThatIsTypedIsASyntax() {
        publish(HAIYANG, OLD_AGE);
        for (String typed : List.of(
                "*:*",
                "name:(老年 OR",
                "\"老年",
                "[* TO *]",
                "老年~10000",
                "((((((((((",
                "a".repeat(5_000),
                "林\0' OR 1=1 --",
                "xian".repeat(40) + "vv",
                "xian".repeat(14) + "vv",
                rare(200),
                "怎么办".repeat(60),
                "营业执照办理营业执照工商登记工商执照营业证执照房产证过户二手房过户房屋过户房子过户卖房过户买房过户",
                "zhuangzhuangzhuangzhuangzhuangzhuangzhuang".repeat(4),
                "老年".repeat(100),
                "\uD800",
                "*",
                "_",
                "%")) {
            long started = System.nanoTime();
            search.search(Request.of(typed), page(), calling(HAIYANG));
            search.suggestions(typed, calling(HAIYANG));
            assertTrue(typed, System.nanoTime() - started < 5_000_000_000L);
        }
        assertEquals(List.of("H-1"), found("\"老年", HAIYANG));
    }

    @Test
    public void partsFollowEachOtherWithoutLossOrRepetition() {
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int i = 10; i < 40; i++) {
            rows.append("B-").append(i).append(",林地许可").append(i).append(",行政许可,林业,县林业局,县,县,否,,5,工作日,承诺件\n");
        }
        importCsv(rows.toString(), true, calling(HAIYANG));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Results part = search.search(Request.of("林地许可"), PageRequest.of(7, cursor), calling(HAIYANG));
            seen.addAll(codes(part));
            cursor = part.next();
        } while (cursor != null);
        assertEquals(30, seen.size());
        assertEquals(30, new HashSet<>(seen).size());
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> search.search(Request.of("林地"), PageRequest.of(7, "r9999"), calling(HAIYANG)));
    }

    @Test
    public void namesAndSayingsAreSuggested() {
        publish(HAIYANG, OLD_AGE);
        List<Suggestion> suggestions = search.suggestions("laonian", calling(HAIYANG));
        assertTrue(suggestions.toString(), suggestions.contains(new Suggestion("老年人优待证办理", "H-1")));
        assertTrue(search.suggestions("老年", calling(HAIYANG)).contains(new Suggestion("老年证", "")));
        assertEquals(List.of(), search.suggestions("", calling(HAIYANG)));
    }

    @Test
    public void anIndexThatCannotBeMadeStopsNothingAndIsMadeWhenItCan() throws IOException {
        publish(HAIYANG, OLD_AGE);
        Path blocked = folder.getRoot().toPath().resolve("blocked");
        Files.writeString(blocked, "in the way");
        try (IndexedSearch late = new IndexedSearch(
                transactions,
                network,
                items,
                changes,
                catalogue,
                blocked.resolve("index").toString())) {
            assertEquals(List.of("H-1"), codes(late.search(Request.of("老年人"), page(), calling(HAIYANG))));
            assertEquals(List.of(), codes(late.search(Request.of("lnz"), page(), calling(HAIYANG))));
            Files.delete(blocked);
            assertEquals(List.of("H-1"), codes(late.search(Request.of("lnz"), page(), calling(HAIYANG, 60))));
        }
    }

    @Test
    public void aPageOfTheIndexGoesOnInTheDatabaseFromItsBeginning() {
        publish(HAIYANG, OLD_AGE);
        publish(HAIYANG, FELLING);
        IndexedSearch closed = node("cold");
        closed.close();
        Request committed = new Request(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CaseKind.COMMITTED),
                Optional.empty());
        Results found = closed.search(committed, PageRequest.of(20, "r20"), calling(HAIYANG));
        assertEquals(List.of("H-2"), codes(found));
    }

    private static String rare(int most) {
        StringBuilder rare = new StringBuilder();
        for (int i = 0; i < most; i++) {
            rare.appendCodePoint(0x20100 + i);
        }
        return rare.toString();
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void theDatabaseAnswersWhileThereIsNoIndex() {
        publish(HAIYANG, OLD_AGE);
        IndexedSearch closed = node("closed");
        closed.close();
        Results found = closed.search(Request.of("老年人"), page(), calling(HAIYANG));
        assertEquals(List.of("H-1"), codes(found));
        assertTrue(found.total().isEmpty());
        assertEquals(List.of(), closed.suggestions("老年", calling(HAIYANG)));
    }

    @Test
    public void anIndexIsMadeAnewOnDemand() {
        publish(HAIYANG, OLD_AGE);
        assertEquals(List.of("H-1"), found("老年证", HAIYANG));
        assertEquals(1, search.rebuild(calling(HAIYANG)));
        assertFalse(found("老年证", HAIYANG).isEmpty());
    }

    private void heard(String code) {
        transactions.write(calling(HAIYANG), String.class, unit -> {
            changes.add(code, unit);
            return "";
        });
    }

    private static PageRequest page() {
        return PageRequest.of(200, null);
    }

    private List<String> found(String typed, TenantId centre) {
        return codes(search.search(Request.of(typed), page(), calling(centre)));
    }

    private static List<String> codes(Results results) {
        return results.items().stream().map(item -> item.definition().code()).toList();
    }
}
