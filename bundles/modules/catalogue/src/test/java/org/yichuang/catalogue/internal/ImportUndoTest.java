package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.ItemVersion.State;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.catalogue.internal.ImportUndo.Undo;
import org.yichuang.catalogue.internal.ImportUndo.Undone;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** What a file has brought by mistake is as it was before. */
public class ImportUndoTest extends CatalogueWorld {
    private static final Undo WHOLE = new Undo("误导入", false, null);
    private static final Undo PARTLY = new Undo("误导入", true, null);

    private final Map<TenantId, Map<String, Integer>> cases = new HashMap<>();
    private ImportUndo undo;
    private Instant since;

    @Before
    public void openUndo() {
        undo = new ImportUndo(
                transactions, network, items, new Imports(transactions.persistenceUnit()), offers, List.of(usage()));
    }

    private VersionUsage usage() {
        return (codes, from, unit) -> {
            since = from;
            Map<String, Integer> begun =
                    new HashMap<>(cases.getOrDefault(unit.context().tenant(), Map.of()));
            begun.keySet().retainAll(codes);
            return begun;
        };
    }

    private ImportReport take(String rows, boolean publish) {
        return importCsv(HEADINGS + rows, publish, calling(YANTAI));
    }

    private static String row(String code, int days) {
        return code + ",事项" + code + ",行政许可,住建,市住建局,市,县,否,," + days + ",工作日,承诺件\n";
    }

    private ItemVersion newest(String code) {
        return editing.versions(code, calling(YANTAI)).get(0);
    }

    private int promised(String code) {
        return catalogue
                .offered(code, calling(YANTAI))
                .definition()
                .promisedLimit()
                .amount();
    }

    @Test
    public void whatWasPublishedIsPublishedAgainAndWhatIsNewIsRetired() {
        take(row("A-1", 9), true);
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5), true);
        assertEquals(5, promised("A-1"));

        Undone undone = undo.undo(wrong.id(), WHOLE, calling(YANTAI));

        assertEquals(List.of("A-1", "A-2"), undone.undone());
        assertEquals(9, promised("A-1"));
        assertEquals(1, catalogue.offered("A-1", calling(YANTAI)).number());
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("A-2", calling(YANTAI)));
        assertEquals(State.RETIRED, newest("A-1").state());
        assertEquals(
                5,
                catalogue
                        .version(YANTAI, "A-1", 2, calling(YANTAI))
                        .definition()
                        .promisedLimit()
                        .amount());
        refused(CatalogueError.IMPORT_UNDONE, () -> undo.undo(wrong.id(), WHOLE, calling(YANTAI)));
        assertEquals(
                "误导入", undo.undone(wrong.id(), calling(YANTAI)).orElseThrow().reason());
        assertEquals(
                "undo",
                transactions
                        .entries()
                        .get(transactions.entries().size() - 1)
                        .entry()
                        .action());

        assertEquals(
                "the same file is a file like any other",
                2,
                take(row("A-1", 5) + row("A-2", 5), true).published());
    }

    @Test
    public void aDraftSaysWhatItSaidAndOneOfNothingIsDiscarded() {
        take(row("A-1", 9), false);
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5), false);

        undo.undo(wrong.id(), WHOLE, calling(YANTAI));

        assertEquals(State.DRAFT, newest("A-1").state());
        assertEquals(9, newest("A-1").definition().promisedLimit().amount());
        assertEquals(State.DISCARDED, newest("A-2").state());
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.version(YANTAI, "A-2", 1, calling(YANTAI)));
        take(row("A-2", 7), false);
        assertEquals(State.DRAFT, newest("A-2").state());
        assertEquals(2, newest("A-2").number());
    }

    @Test
    public void aDraftThatWasPublishedOverIsADraftAgain() {
        take(row("A-1", 9), true);
        take(row("A-1", 8), false);
        ImportReport wrong = take(row("A-1", 5), true);

        undo.undo(wrong.id(), WHOLE, calling(YANTAI));

        assertEquals(9, promised("A-1"));
        assertEquals(State.DRAFT, newest("A-1").state());
        assertEquals(8, newest("A-1").definition().promisedLimit().amount());
    }

    @Test
    public void whatCasesHaveBegunUnderStaysAndIsNamedWithTheirNumber() {
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5), true);
        cases.put(HAIYANG, Map.of("A-1", 2));
        cases.put(YANTAI, Map.of("A-1", 1));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> undo.undo(wrong.id(), WHOLE, calling(YANTAI)));
        assertEquals(CatalogueError.IMPORT_IN_USE, refusal.code());
        assertEquals(
                List.of("A-1"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        String why = refusal.fields().get(0).message().zh();
        assertTrue(why, why.contains("3 件办件"));
        assertEquals(5, promised("A-2"));

        Undone undone = undo.undo(wrong.id(), PARTLY, calling(YANTAI));
        assertEquals(List.of("A-2"), undone.undone());
        assertEquals(List.of("A-1"), undone.kept());
        assertEquals(5, promised("A-1"));
        assertTrue(!since.isAfter(calling(YANTAI).at()));
    }

    @Test
    public void whatSomebodyHasChangedSinceStaysTheirs() {
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5) + row("A-3", 5), false);
        editing.draft(
                newest("A-1")
                        .definition()
                        .withIdentity("改名", newest("A-1").definition().type(), "依据"),
                calling(YANTAI));
        editing.publish("A-2", calling(YANTAI).by(Actor.SYSTEM));

        Undone undone = undo.undo(wrong.id(), PARTLY, calling(YANTAI));

        assertEquals(List.of("A-3"), undone.undone());
        assertEquals(2, undone.kept().size());
        assertEquals("改名", newest("A-1").definition().name());
        assertEquals(5, promised("A-2"));
    }

    @Test
    public void anotherCentreKnowsNothingOfIt() {
        ImportReport wrong = take(row("A-1", 5), true);

        refused(CatalogueError.IMPORT_UNKNOWN, () -> undo.undo(wrong.id(), WHOLE, calling(HAIYANG)));
        refused(CatalogueError.IMPORT_UNKNOWN, () -> undo.undo("x", WHOLE, calling(YANTAI)));
    }

    @Test
    public void whatBeginsUnderACountysOwnItemOfTheSameCodeIsNoneOfIt() {
        ImportReport own = importCsv(HEADINGS + row("A-1", 6), true, calling(HAIYANG));
        assertEquals(1, own.published());
        network.pass(Duration.ofMinutes(1));
        CallContext later = CallContext.system(YANTAI, network.now(), "test");
        ImportReport wrong = importCsv(HEADINGS + row("A-1", 5) + row("A-2", 5), true, later);
        cases.put(HAIYANG, Map.of("A-1", 37));

        assertEquals(
                List.of("A-1", "A-2"),
                undo.undo(wrong.id(), WHOLE, calling(YANTAI)).undone());
    }

    @Test
    public void aDraftThatWasBegunSinceKeepsWhatTheImportHasReplaced() {
        take(row("A-1", 9), false);
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5), true);
        take(row("A-1", 4), false);

        Undone undone = undo.undo(wrong.id(), PARTLY, calling(YANTAI));

        assertEquals(List.of("A-2"), undone.undone());
        assertEquals(List.of("A-1"), undone.kept());
        assertEquals(4, newest("A-1").definition().promisedLimit().amount());
    }

    @Test
    public void whatStayedIsTakenBackWhenNothingGoesOnUnderItAnyMore() {
        take(row("A-1", 9), true);
        ImportReport wrong = take(row("A-1", 5) + row("A-2", 5), true);
        cases.put(YANTAI, Map.of("A-1", 3));
        assertEquals(
                List.of("A-1"), undo.undo(wrong.id(), PARTLY, calling(YANTAI)).kept());
        assertEquals(1, undo.undone(wrong.id(), calling(YANTAI)).orElseThrow().kept());
        refused(CatalogueError.IMPORT_IN_USE, () -> undo.undo(wrong.id(), WHOLE, calling(YANTAI)));
        take(row("A-2", 7), true);

        cases.clear();
        Undone rest = undo.undo(wrong.id(), WHOLE, calling(YANTAI));

        assertEquals(List.of("A-1"), rest.undone());
        assertEquals(List.of(), rest.kept());
        assertEquals(9, promised("A-1"));
        assertEquals("what is of another file stays", 7, promised("A-2"));
        assertEquals(0, undo.undone(wrong.id(), calling(YANTAI)).orElseThrow().kept());
        refused(CatalogueError.IMPORT_UNDONE, () -> undo.undo(wrong.id(), WHOLE, calling(YANTAI)));
    }

    @Test
    public void whatIsNotKnownOfACentreElsewhereIsAskedFirst() {
        ImportReport wrong = take(row("A-1", 5), true);
        network.policy(HAIYANG, Tenant.TRANSPORT, "elsewhere");
        cases.put(HAIYANG, Map.of("A-1", 9));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> undo.undo(wrong.id(), PARTLY, calling(YANTAI)));
        assertEquals(CatalogueError.IMPORT_IN_USE, refusal.code());
        assertEquals("elsewhereAsked", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.zh().contains("海阳市政务服务中心"));
        Undone undone = undo.undo(wrong.id(), new Undo("误导入", false, true), calling(YANTAI));
        assertEquals(List.of("A-1"), undone.undone());
        assertEquals(
                "海阳市政务服务中心",
                transactions
                        .entries()
                        .get(transactions.entries().size() - 1)
                        .entry()
                        .details()
                        .get("elsewhere"));
    }

    @Test
    public void nothingIsMarkedAsTakenBackWhereNothingIs() {
        ImportReport wrong = take(row("A-1", 5), true);
        cases.put(YANTAI, Map.of("A-1", 1));

        refused(CatalogueError.IMPORT_IN_USE, () -> undo.undo(wrong.id(), PARTLY, calling(YANTAI)));
        assertEquals(Optional.empty(), undo.undone(wrong.id(), calling(YANTAI)));
    }

    @Test
    public void whileNobodyCanSayWhatHasBegunNothingIsTakenBack() {
        ImportReport wrong = take(row("A-1", 5), true);
        ImportUndo alone = new ImportUndo(
                transactions, network, items, new Imports(transactions.persistenceUnit()), offers, List.of());

        refused(CommonError.UNAVAILABLE, () -> alone.undo(wrong.id(), WHOLE, calling(YANTAI)));
        assertEquals(5, promised("A-1"));
    }
}
