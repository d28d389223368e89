package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.SearchGrams;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Cases are found by any part of name and number, by their keyed parts, as soon as the old ones have theirs. */
public class CaseSearchTest {
    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        centres.run(centres.timer);
    }

    private String submit(String name, TenantId tenant) {
        CaseRequests.Submit plain = Centres.whole(Centres.application(Items.SIMPLE, null));
        Applicant applicant = new Applicant("person", name, null, "370613198501010018", "13812345678", null);
        return centres.service
                .submit(
                        new CaseRequests.Submit(plain.item(), applicant, plain.form(), plain.materials(), null),
                        centres.clerk(tenant))
                .number();
    }

    private List<String> found(String words) {
        return found(null, words);
    }

    private List<String> found(CaseState state, String words) {
        List<String> numbers = new ArrayList<>();
        Filter filter =
                new Filter(Optional.ofNullable(state), Optional.empty(), Optional.empty(), Optional.empty(), words);
        Optional<String> cursor = Optional.empty();
        do {
            Page<CaseSummary> page =
                    centres.service.list(filter, PageRequest.of(2, cursor.orElse(null)), centres.clerk(HAIYANG));
            page.items().forEach(row -> numbers.add(row.number()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        assertEquals(
                "the newest first",
                numbers.stream().sorted(Comparator.reverseOrder()).toList(),
                numbers);
        return numbers.stream().sorted().toList();
    }

    private static List<String> sorted(String... numbers) {
        return Stream.of(numbers).sorted().toList();
    }

    @Test
    public void aPartOfNameOrNumberFindsTheCasesOfThisCentreAlone() {
        String wang = submit("王建国", HAIYANG);
        String li = submit("李建国", HAIYANG);
        String other = submit("赵秀英", HAIYANG);
        submit("王建国", LAISHAN);

        assertEquals(sorted(wang, li), found("建国"));
        assertEquals(List.of(wang), found("王建"));
        assertEquals(List.of(), found("国建"));
        assertEquals(List.of(other), found(other.substring(19)));
        assertEquals(List.of(other), found(other.toLowerCase(Locale.ROOT)));
        assertEquals(3, found("20260914").size());
        assertEquals("a single character", List.of(other), found("英"));
        assertEquals(List.of(), found("龘"));
        assertEquals(
                "the item has such a name", 3, found(itemName().substring(1, 4)).size());
    }

    private String itemName() {
        return transactions.texts("SELECT ITEM_NAME FROM CASES_CASE").get(0);
    }

    /** Whatever is looked for, in whichever state: what is found is what the words are in. */
    @Test
    public void whatIsFoundIsWhatHoldsTheWordsHoweverManyCasesHaveTheirParts() {
        Random chance = new Random(20261129);
        Map<String, String> names = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            centres.province.at(LocalDate.of(2026, 9, 14).plusDays(i / 2) + "T09:00");
            StringBuilder name = new StringBuilder(i % 3 == 0 ? "王建" : "");
            for (int j = 0; j < 2 + chance.nextInt(3); j++) {
                name.append("王建国英伟".charAt(chance.nextInt(5)));
            }
            names.put(submit(name.toString(), HAIYANG), name.toString());
        }
        for (String words : List.of("王建", "王建国", "建国英", "国国国国国", "英伟", "王建王建", "王", "20260914", "2026-09")) {
            assertEquals(
                    words,
                    names.entrySet().stream()
                            .filter(each -> (each.getKey() + " " + each.getValue()).contains(words))
                            .map(Map.Entry::getKey)
                            .toList(),
                    found(words));
        }
        assertEquals("few of many", List.of(), found(CaseState.REFUSED, "王建"));
        String last = names.keySet().stream()
                .filter(number -> names.get(number).contains("王建"))
                .findFirst()
                .orElseThrow();
        centres.service.withdraw(last, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(List.of(last), found(CaseState.WITHDRAWN, "王建"));
    }

    @Test
    public void theTableHoldsNoPartOfAName() {
        String number = submit("王建国", HAIYANG);

        List<String> grams = transactions.texts("SELECT GRAM FROM CASES_GRAM WHERE CASE_NUMBER='" + number + "'");
        int parts = SearchGrams.of(number, "王建国").size();
        assertEquals(parts, grams.size());
        int elsewhere = SearchGrams.of(submit("王建国", LAISHAN), "王建国").size();
        assertEquals(
                "equal parts at two centres have different keys",
                parts + elsewhere,
                transactions.texts("SELECT DISTINCT GRAM FROM CASES_GRAM").size());
    }

    @Test
    public void whatIsMissingOfThePartsOfACaseFromBeforeIsAdded() {
        String number = submit("王建国", HAIYANG);
        List<String> all = transactions.texts("SELECT GRAM FROM CASES_GRAM ORDER BY GRAM");
        transactions.sql("DELETE FROM CASES_GRAM WHERE GRAM IN (" + String.join(",", all.subList(0, 5)) + ")");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK='grams'");
        Centres restarted = new Centres(transactions);
        restarted.run(restarted.timer);

        assertEquals(all, transactions.texts("SELECT GRAM FROM CASES_GRAM ORDER BY GRAM"));
        assertEquals(List.of(number), found("国"));
    }

    @Test
    public void casesFromBeforeAreFoundAtOnceAndGetTheirParts() {
        String before = submit("王建国", HAIYANG);
        transactions.sql("DELETE FROM CASES_GRAM");
        transactions.sql("DELETE FROM CASES_ITEM_NAME");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK='grams'");
        assertEquals(List.of(before), found("建国"));

        Centres restarted = new Centres(transactions);
        String meanwhile = submit("李建国", HAIYANG);
        restarted.run(restarted.timer);

        assertEquals(
                SearchGrams.of(before, "王建国").size()
                        + SearchGrams.of(meanwhile, "李建国").size(),
                transactions.texts("SELECT GRAM FROM CASES_GRAM").size());
        assertEquals(1, transactions.texts("SELECT ITEM FROM CASES_ITEM_NAME").size());
        assertEquals(sorted(before, meanwhile), found("建国"));
        assertTrue(found("张").isEmpty());
    }
}
