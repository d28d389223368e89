package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.view.GuideFields;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** A module that catalogue does not know says what some fields of items are. */
public class DisclosedFieldsTest extends CatalogueWorld {
    private static final String FEES = "linkage"; // which is on

    @Before
    public void demand() {
        network.policy(YANTAI, Disclosure.POLICY, "name,fee");
    }

    /** Knows the fee of each item but those that it has not heard of. */
    private static class Fees implements DisclosureFieldSource {
        private final String amount;

        Fees(String amount) {
            this.amount = amount;
        }

        @Override
        public String module() {
            return FEES;
        }

        @Override
        public Set<String> fields() {
            return Set.of("fee", "discount");
        }

        @Override
        public LocalizedMessage label(String field) {
            return LocalizedMessage.verbatim(field.equals("fee") ? "收费标准" : "减免");
        }

        @Override
        public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
            if (amount == null) {
                throw new IllegalStateException("no such table");
            }
            return Optional.of(
                            amount + " " + item.owner() + " " + unit.context().tenant())
                    .filter(said -> !amount.isEmpty() && field.equals("fee"));
        }
    }

    private String published() {
        return published(TreeItem.whole());
    }

    private String published(ItemDefinition item) {
        String code = editing.draft(item, calling(YANTAI)).definition().code();
        editing.publish(code, calling(YANTAI));
        return code;
    }

    private String refusal() {
        return assertThrows(ProblemException.class, () -> published(TreeItem.untold()))
                .fields()
                .get(0)
                .zh();
    }

    @Test
    public void whatTheSetDemandsIsSaidByTheModuleOrNobodyPublishes() {
        assertTrue(refusal(), refusal().contains("不收费"));
        sources.add(new Fees(""));
        assertTrue("named as the module calls it", refusal().contains("收费标准"));
        sources.set(0, new Fees(null));
        assertTrue("one that fails has said nothing", refusal().contains("收费标准"));

        sources.set(0, new Fees("每棵 20 元"));
        published(TreeItem.untold());
        network.switchModule(YANTAI, FEES, false);
        assertTrue("off is not there", refusal().contains("不收费"));
    }

    @Test
    public void theGuideShowsWhatTheModuleSaysAtTheCentreThatIsAsked() {
        sources.add(new Fees("每棵 20 元"));
        ItemVersion item = catalogue.offered(published(), calling(HAIYANG));

        GuideFields guide = new GuideFields(fields.shown(item, calling(HAIYANG)));

        assertEquals("每棵 20 元 yantai haiyang", guide.text("fee", "旧文字"));
        assertEquals("the item's own", "地点", guide.text("place", "地点"));
        assertEquals(List.of(), guide.others());
        sources.set(0, new Fees(null));
        assertEquals("旧文字", new GuideFields(fields.shown(item, calling(HAIYANG))).text("fee", "旧文字"));
    }

    @Test
    public void whatWasSaidAtThePublicationIsFound() {
        sources.add(new Fees("每棵二十元"));
        String code = published();

        assertEquals(List.of(code), found("二十元"));
        assertEquals(List.of(), found("三十元"));
    }

    @Test
    public void aRowOfAnImportIsJudgedLikeADraft() {
        String file = HEADINGS.strip() + ",fee\nA-1,甲事项,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件,\n";

        assertEquals(Outcome.DRAFTED, imported(file));
        sources.add(new Fees("免费"));
        assertEquals(Outcome.PUBLISHED, imported(file));
        assertEquals(List.of("A-1"), found("免费"));
    }

    private Outcome imported(String file) {
        return importCsv(file, true, calling(YANTAI)).details().get(0).outcome();
    }

    /** A source whose statement fails for some items, as when its table is missing or locked. */
    private static final class Tables implements DisclosureFieldSource {
        final Set<String> broken = new HashSet<>();
        int asked;

        @Override
        public String module() {
            return FEES;
        }

        @Override
        public Set<String> fields() {
            return Set.of("fee");
        }

        @Override
        public LocalizedMessage label(String field) {
            return LocalizedMessage.verbatim("收费标准");
        }

        @Override
        public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
            asked++;
            if (broken.contains(item.definition().code())) {
                try (Statement statement = unit.connection().createStatement()) {
                    statement.execute("SELECT 1 FROM NO_SUCH_TABLE");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Optional.of("免费");
        }
    }

    @Test
    public void aSourceWhoseStatementFailsStopsNoPublicationThatDoesNotNeedIt() {
        network.policy(YANTAI, Disclosure.POLICY, "name");
        Tables tables = new Tables();
        tables.broken.add(TreeItem.whole().code());
        sources.add(tables);

        String code = published();

        assertEquals(List.of(code), found(TreeItem.whole().name()));
    }

    @Test
    public void aRowOfAnImportThatASourceFailsOnSpoilsNoOther() {
        Tables tables = new Tables();
        tables.broken.add("A-1");
        sources.add(tables);

        ImportReport report =
                importCsv(rows(3).replaceAll("\n", ",\n").replaceFirst(",\n", ",fee\n"), true, calling(YANTAI));

        assertEquals(
                List.of(Outcome.DRAFTED, Outcome.PUBLISHED, Outcome.PUBLISHED),
                report.details().stream().map(row -> row.outcome()).toList());
        assertEquals(List.of("A-2", "A-3"), found("免费"));
        assertEquals("each is asked about once", 3, tables.asked);
    }

    @Test
    public void aSourceThatFailsOnEveryRowOfAFileIsAskedAboutAFewOnly() {
        network.policy(YANTAI, Disclosure.POLICY, "name");
        Tables tables = new Tables();
        tables.broken.addAll(Set.of("A-1", "A-2", "A-3", "A-4", "A-5"));
        sources.add(tables);

        assertEquals(5, importCsv(rows(5), true, calling(YANTAI)).published());
        assertEquals(3, tables.asked);
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "A-" + number + ",甲事项,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n")
                .collect(Collectors.joining("", HEADINGS, ""));
    }

    @Test
    public void aSourceThatCannotBeLinkedSaysNothing() {
        network.policy(YANTAI, Disclosure.POLICY, "name");
        sources.add(new Fees("免费") {
            @Override
            public Set<String> fields() {
                throw new NoClassDefFoundError("its bundle is half gone");
            }
        });

        ItemVersion item = catalogue.offered(published(), calling(HAIYANG));
        assertEquals(List.of(), fields.shown(item, calling(HAIYANG)));
    }

    @Test
    public void aDraftThatIsChangedWhileModulesAreAskedIsNotPublished() {
        String code =
                editing.draft(TreeItem.whole(), calling(YANTAI)).definition().code();
        sources.add(new Fees("免费") {
            @Override
            public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
                CompletableFuture.runAsync(() -> editing.draft(TreeItem.named("另一个名称"), calling(YANTAI)))
                        .join();
                return super.value(field, item, unit);
            }
        });

        refused(CommonError.CHANGED_MEANWHILE, () -> editing.publish(code, calling(YANTAI)));
    }

    @Test
    public void wordsAreFoundWhateverTheirWidth() {
        network.policy(YANTAI, Disclosure.POLICY, "name");
        String code = published();
        String wide = "ＡＢＣ" + "０００１１７";
        transactions.sql("UPDATE CATALOGUE_VERSION SET SEARCH_TEXT='ａｂｃ ０００１１７'");

        assertEquals("of an earlier version", List.of(code), found("abc"));
        assertEquals(List.of(code), found(wide.substring(3)));
        transactions.sql("UPDATE CATALOGUE_VERSION SET SEARCH_TEXT='许可2024（新办）'");
        assertEquals("wide signs between narrow letters", List.of(code), found("2024（新办）"));
        assertEquals(List.of(code), found("2024(新办)"));
        editing.draft(TreeItem.whole(), calling(YANTAI));
        editing.publish(code, calling(YANTAI));
        assertEquals("folded anew", List.of(code), found("０００１１７"));
    }

    private List<String> found(String words) {
        Query query = new Query(words, Optional.empty(), Optional.empty(), Optional.empty());
        return catalogue.search(query, PageRequest.of(10, null), calling(HAIYANG)).items().stream()
                .map(item -> item.definition().code())
                .toList();
    }
}
