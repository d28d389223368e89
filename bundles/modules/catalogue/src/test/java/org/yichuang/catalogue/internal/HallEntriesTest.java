package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.HallEntries.ItemList;
import org.yichuang.catalogue.internal.HallEntries.Listed;
import org.yichuang.catalogue.internal.HallEntries.Rates;
import org.yichuang.catalogue.internal.domain.entry.EntryCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.catalogue.internal.domain.entry.Exemption;
import org.yichuang.catalogue.internal.domain.entry.ListedItem;
import org.yichuang.catalogue.internal.domain.entry.Removal;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.testing.ModuleTransactions;

public class HallEntriesTest extends CatalogueWorld {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Removal REMOVAL = new Removal("市人民政府", "烟政〔2026〕1号", "场地改造");

    private HallEntries entries;

    @Before
    public void openEntries() {
        entries = new HallEntries(
                transactions,
                network,
                new HallEntryRows(transactions.persistenceUnit()),
                new PublishedRows(transactions.persistenceUnit(), items),
                items);
    }

    /** K7: a city and its seven counties, with two decimals, ranked by fractions, rolled up by sums. */
    @Test
    public void ratesAreOfSumsAndRanksOfFractions() {
        Map<String, int[]> counties = new LinkedHashMap<>();
        counties.put("county-a", new int[] {185, 358});
        counties.put("county-b", new int[] {286, 369});
        counties.put("county-c", new int[] {482, 634});
        counties.put("county-d", new int[] {415, 609});
        counties.put("county-e", new int[] {250, 619});
        counties.put("county-f", new int[] {182, 272});
        counties.put("county-g", new int[] {34, 86});
        list(YANTAI, 499, 650);
        counties.forEach((id, figures) -> {
            network.put(new Tenant(
                    new TenantId(id),
                    id,
                    Level.COUNTY,
                    Optional.of(YANTAI),
                    new DivisionCode("370687"),
                    Set.of("catalogue"),
                    Map.of()));
            list(new TenantId(id), figures[0], figures[1]);
        });

        Rates rates = entries.rates(true, calling(YANTAI));

        assertEquals(percent("76.77"), rates.own().rate());
        assertEquals(new EntryCounts(2947, 1834, 0, 0, 0, 0), rates.below());
        assertEquals(percent("62.23"), rates.below().rate());
        assertEquals(new EntryCounts(3597, 2333, 0, 0, 0, 0), rates.own().plus(rates.below()));
        assertEquals(percent("64.86"), rates.own().plus(rates.below()).rate());
        assertEquals(
                List.of(
                        "1 county-b 77.51",
                        "2 county-c 76.03",
                        "3 county-d 68.14",
                        "4 county-f 66.91",
                        "5 county-a 51.68",
                        "6 county-e 40.39",
                        "7 county-g 39.53"),
                rates.centres().stream()
                        .map(each -> each.rank() + " " + each.centre() + " "
                                + each.counts().rate().orElseThrow())
                        .toList());
        assertEquals(EntryCounts.NONE, entries.rates(false, calling(YANTAI)).below());
    }

    @Test
    public void equalFractionsShareARankWhateverTheirNumbers() {
        list(HAIYANG, 1, 3);
        list(LAISHAN, 2, 6);
        network.put(new Tenant(
                new TenantId("third"),
                "third",
                Level.COUNTY,
                Optional.of(YANTAI),
                new DivisionCode("370600"),
                Set.of(),
                Map.of()));
        list(new TenantId("third"), 33, 100);

        assertEquals(
                List.of(1, 1, 3),
                entries.rates(true, calling(YANTAI)).centres().stream()
                        .map(each -> each.rank())
                        .toList());
    }

    @Test
    public void whatStaysOutsideByConsentIsNotDue() {
        list(HAIYANG, 1, 2);
        Exemption without = new Exemption("海阳市人民政府", "海政〔2026〕2号", TODAY, "", "", "涉密");
        Exemption with = new Exemption("海阳市人民政府", "海政〔2026〕2号", TODAY, "烟台市政务服务中心", "烟政服〔2026〕3号", "涉密");

        assertEquals(List.of("opinionOf"), fields(() -> entries.exempt("I-1", without, calling(HAIYANG))));
        EntryView exempt = entries.exempt("I-1", with, calling(HAIYANG));

        assertEquals(EntryState.EXEMPT, exempt.state());
        assertEquals("烟台市政务服务中心", exempt.opinionOf());
        assertEquals(
                new EntryCounts(1, 1, 1, 0, 0, 0),
                entries.rates(false, calling(HAIYANG)).own());
        refused(CatalogueError.ENTRY_STATE, () -> entries.exempt("I-1", with, calling(HAIYANG)));
        refused(CatalogueError.ENTRY_STATE, () -> entries.exempt("I-0", with, calling(HAIYANG)));
        refused(CatalogueError.ENTRY_UNKNOWN, () -> entries.exempt("I-9", with, calling(HAIYANG)));
    }

    @Test
    public void aProvinceNeedsTheConsentOfItsGovernmentAlone() {
        list(SHANDONG, 0, 1);

        entries.exempt("I-0", new Exemption("省人民政府", "鲁政〔2026〕1号", TODAY, null, null, "涉密"), calling(SHANDONG));

        assertEquals(
                new EntryCounts(0, 0, 1, 0, 0, 0),
                entries.rates(false, calling(SHANDONG)).own());
        assertEquals(
                Optional.empty(), entries.rates(false, calling(SHANDONG)).own().rate());
    }

    @Test
    public void anItemLeavesTheHallByApprovalOnlyAndStaysDue() {
        list(HAIYANG, 1, 1);

        refused(CatalogueError.ENTRY_STATE, () -> list(HAIYANG, 0, 1));
        assertEquals(
                List.of("document"),
                fields(() -> entries.remove("I-0", new Removal("市人民政府", " ", "改造"), calling(HAIYANG))));
        EntryView removed = entries.remove("I-0", REMOVAL, calling(HAIYANG));

        assertEquals(EntryState.OUTSIDE, removed.state());
        assertEquals("烟政〔2026〕1号", removed.document());
        assertEquals(
                new EntryCounts(1, 0, 0, 0, 0, 0),
                entries.rates(false, calling(HAIYANG)).own());
        refused(CatalogueError.ENTRY_STATE, () -> entries.remove("I-0", REMOVAL, calling(HAIYANG)));
        AuditEntry last = last();
        assertEquals("remove", last.action());
        assertEquals("entry-removed", last.event().type());
        assertTrue(last.event().data(), last.event().data().contains("市人民政府"));
    }

    @Test
    public void itemsOfDepartmentsManagedFromAboveAreDueLikeOthers() {
        ListedItem tax = new ListedItem("T-1", "税务登记", "税务局", true, false);
        entries.list(new ItemList(List.of(tax)), calling(HAIYANG));

        assertEquals(
                new EntryCounts(1, 0, 0, 1, 0, 0),
                entries.rates(false, calling(HAIYANG)).own());
    }

    @Test
    public void theSameListAgainChangesNothing() {
        assertEquals(new Listed(3, 0), list(HAIYANG, 1, 3));
        int written = transactions.entries().size();

        assertEquals(new Listed(0, 3), list(HAIYANG, 1, 3));
        assertEquals(new Listed(1, 2), list(HAIYANG, 2, 3));
        assertEquals(written + 1, transactions.entries().size());
    }

    @Test
    public void whatIsPublishedIsListedAsEnteredAndWhatWasListedStaysAsItIs() {
        publish(HAIYANG, "B-1,甲事项,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-2,乙事项,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件");
        entries.list(new ItemList(List.of(new ListedItem("B-2", "乙事项", "住建", false, false))), calling(HAIYANG));

        assertEquals(new Listed(1, 1), entries.listPublished(calling(HAIYANG)));

        assertEquals(EntryState.ENTERED, entries.find("B-1", calling(HAIYANG)).state());
        assertEquals("住建", entries.find("B-1", calling(HAIYANG)).department());
        assertEquals(EntryState.OUTSIDE, entries.find("B-2", calling(HAIYANG)).state());
    }

    @Test
    public void whatIsWrongWithAListIsNamed() {
        ListedItem good = new ListedItem("I-1", "甲", "", false, false);
        ListedItem bad = new ListedItem(" ", "", "", null, false);

        assertEquals(
                List.of("items[1].code", "items[1].name", "items[1].vertical"),
                fields(() -> entries.list(new ItemList(List.of(good, bad)), calling(HAIYANG))));
        assertEquals(
                List.of("items[1].code"),
                fields(() -> entries.list(new ItemList(List.of(good, good)), calling(HAIYANG))));
        assertEquals(List.of("items"), fields(() -> entries.list(new ItemList(List.of()), calling(HAIYANG))));
    }

    @Test
    public void anotherCentreSeesFiguresAndNoItems() {
        list(HAIYANG, 1, 2);

        assertEquals(
                List.of(),
                entries.entries(Optional.empty(), PageRequest.of(9, null), calling(YANTAI))
                        .items());
        refused(CatalogueError.ENTRY_UNKNOWN, () -> entries.find("I-0", calling(YANTAI)));
        assertEquals(2, entries.rates(true, calling(YANTAI)).below().due());
        assertEquals(
                "a centre beside is not below",
                EntryCounts.NONE,
                entries.rates(true, calling(LAISHAN)).below());
        assertEquals(
                List.of("I-1"),
                entries
                        .entries(Optional.of(EntryState.OUTSIDE), PageRequest.of(9, null), calling(HAIYANG))
                        .items()
                        .stream()
                        .map(EntryView::code)
                        .toList());
        refused(
                CommonError.NOT_SIGNED_IN,
                () -> entries.rates(true, calling(YANTAI).by(Actor.ANONYMOUS)));
    }

    @Test
    public void whatWasListedByMistakeCountsNoMoreUntilItIsListedAgain() {
        list(YANTAI, 1, 2);

        EntryView wrong = entries.takeBack("I-1", new Mistake("重复登记"), calling(YANTAI));

        assertEquals(EntryState.TAKEN_BACK, wrong.state());
        assertEquals(1, entries.rates(false, calling(YANTAI)).own().due());
        assertEquals(1, entries.rates(false, calling(YANTAI)).own().entered());
        assertEquals(
                1,
                entries.entries(Optional.empty(), PageRequest.of(9, null), calling(YANTAI))
                        .items()
                        .size());
        assertEquals("take-back", last().action());
        assertEquals("重复登记", last().details().get("reason"));
        refused(CatalogueError.ENTRY_STATE, () -> entries.takeBack("I-1", new Mistake("再次"), calling(YANTAI)));
        assertEquals(List.of("reason"), fields(() -> entries.takeBack("I-0", new Mistake(" "), calling(YANTAI))));
        refused( // what has entered leaves by approval only
                CatalogueError.ENTRY_STATE, () -> entries.takeBack("I-0", new Mistake("误录"), calling(YANTAI)));

        list(YANTAI, 1, 2);
        assertEquals(2, entries.rates(false, calling(YANTAI)).own().due());
    }

    @Test
    public void whatIsTakenBackIsCountedBesideTheRateHereAndAbove() {
        list(YANTAI, 1, 3);
        entries.takeBack("I-1", new Mistake("重复登记"), calling(YANTAI));

        assertEquals(
                new EntryCounts(2, 1, 0, 0, 0, 1),
                entries.rates(false, calling(YANTAI)).own());
        assertEquals(1, entries.rates(true, calling(SHANDONG)).below().takenBack());
    }

    @Test
    public void whatStaysOutsideByConsentIsNoMistake() {
        list(YANTAI, 0, 1);
        entries.exempt(
                "I-0", new Exemption("烟台市人民政府", "烟政〔2026〕2号", TODAY, "省政务服务中心", "鲁政服〔2026〕3号", "涉密"), calling(YANTAI));

        refused(CatalogueError.ENTRY_STATE, () -> entries.takeBack("I-0", new Mistake("误录"), calling(YANTAI)));
        assertEquals(1, entries.rates(false, calling(YANTAI)).own().exempt());
    }

    private Listed list(TenantId centre, int entered, int due) {
        List<ListedItem> items = new ArrayList<>();
        for (int i = 0; i < due; i++) {
            items.add(new ListedItem("I-" + i, "事项" + i, "住建局", false, i < entered));
        }
        return entries.list(new ItemList(items), calling(centre));
    }

    private AuditEntry last() {
        List<ModuleTransactions.Entry> all = transactions.entries();
        return all.get(all.size() - 1).entry();
    }

    private static List<String> fields(Runnable act) {
        return assertThrows(ProblemException.class, act::run).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static Optional<BigDecimal> percent(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
