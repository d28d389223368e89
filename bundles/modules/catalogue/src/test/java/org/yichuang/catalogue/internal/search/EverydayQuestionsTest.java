package org.yichuang.catalogue.internal.search;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.internal.search.RankedSearch.Part;
import org.yichuang.catalogue.internal.search.SampleItems.Asked;
import org.yichuang.catalogue.internal.search.VisibleItems.Lineage;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/** Everyday questions, words, sayings, misspelt ones, pinyin, initials: what is meant is among the first three. */
public class EverydayQuestionsTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final TenantId CENTRE = new TenantId("haiyang");
    private static final Lineage LINEAGE = new Lineage(Level.COUNTY, List.of(CENTRE));
    private static final int FIRST = 3;
    private static final double ENOUGH = 0.95;

    private static ItemIndex index;
    private static Map<String, String> names;

    @BeforeClass
    public static void fill() throws IOException {
        index = new ItemIndex(FOLDER.getRoot().toPath().resolve("index"));
        index.reopen();
        List<IndexedItem> items = SampleItems.all(CENTRE);
        index.put(items);
        index.show();
        names = items.stream().collect(Collectors.toMap(item -> item.item().code(), item -> item.item()
                .name()));
    }

    @AfterClass
    public static void close() {
        index.close();
    }

    @Test
    public void questionsAreAnsweredAmongTheFirstThree() {
        check("questions-seen.txt");
    }

    @Test
    public void questionsThatWereWrittenBeforeTheSearchAreAnsweredAmongTheFirstThree() {
        check("questions-unseen.txt");
    }

    private static void check(String file) {
        List<Asked> questions = SampleItems.questions(file);
        List<String> missed = new ArrayList<>();
        for (Asked asked : questions) {
            List<String> found = first(asked.typed());
            if (asked.names().stream().noneMatch(found::contains)) {
                missed.add(asked.typed() + " -> " + found);
            }
        }
        double share = 1 - (double) missed.size() / questions.size();
        assertEquals(75, questions.size());
        assertTrue(share + " " + String.join("\n", missed), share >= ENOUGH);
    }

    private static List<String> first(String typed) {
        return new RankedSearch(index)
                .find(Question.of(typed), Request.of(typed), LINEAGE, new Part(0, FIRST)).hits().stream()
                        .map(hit -> names.get(hit.code()))
                        .toList();
    }
}
