package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.DraftChanges.Changed;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.cases.internal.web.ApplyPages;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemComparison;
import org.yichuang.catalogue.api.ItemComparison.Change;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.testing.ModuleTransactions;

/** An application that is begun under one version of an item and handed in under the next one says what changed. */
public class DraftChangesTest {
    private static final List<Change> FIELDS = List.of(new Change("申请材料", "申请表", "申请表\n身份证"));
    private static final ItemComparison COMPARISON = (before, after, locale) -> FIELDS;

    private static ModuleTransactions transactions;
    private Centres centres;
    private CallContext li;
    private String id;
    private int number = 1;
    private List<Material> materials;
    private ItemVersion second;
    private boolean isKnown = true;
    private DraftChanges changes;
    private ApplyPages pages;
    private String gone;
    private ProblemException told;
    private Screen shown;

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
        li = centres.as("li", "applicant", Set.of(), HAIYANG);
        Items items = new Items();
        Catalogue catalogue = answering(Catalogue.class, (method, values) -> switch (method) {
            case "offered" -> offered(items);
            case "version" -> version(items, (int) values[2]);
            case "route" -> items.route(offered(items).definition(), Map.of());
            default -> throw new UnsupportedOperationException(method);
        });
        changes = new DraftChanges(catalogue, COMPARISON);
        AccountDirectory accounts = answering(AccountDirectory.class, (method, values) -> "");
        pages = new ApplyPages(
                catalogue, centres.service, centres.drafts, changes, new ApplicantAccounts(transactions, accounts));
        Map<String, String> fields = Map.of(
                "applicant.kind", "person",
                "applicant.name", "李明",
                "applicant.idType", "RESIDENT_ID",
                "applicant.idNumber", "370613198501010018",
                "applicant.phone", "13812345678");
        id = centres.drafts.begin(Items.SIMPLE, Items.FIRST, fields, li).id();
        centres.drafts.change(id, draft -> draft.with("m1", List.of()), li);
    }

    private ItemVersion offered(Items items) {
        ItemVersion first = items.offered(Items.SIMPLE, li);
        return new ItemVersion(YANTAI, number, ItemVersion.State.PUBLISHED, in(first), Instant.EPOCH, 1);
    }

    private ItemDefinition in(ItemVersion first) {
        return materials == null
                ? first.definition()
                : first.definition().but().materials(materials).made();
    }

    private ItemVersion version(Items items, int of) {
        if (!isKnown) {
            throw new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim("没有该事项"));
        }
        return of == 2 ? second : items.offered(Items.SIMPLE, li);
    }

    private Optional<Changed> changed() {
        Items items = new Items();
        return changes.of(centres.drafts.get(id, li), offered(items), Locale.CHINESE, li);
    }

    @Test
    public void whatHasChangedSinceIsToldAndNothingWhereNothingHas() {
        assertEquals(Optional.empty(), changed());
        number = 2;
        assertEquals(Optional.of(new Changed(1, 2, true, FIELDS, List.of())), changed());
        isKnown = false;
        assertEquals(Optional.of(new Changed(1, 2, false, List.of(), List.of())), changed());
    }

    /** Codes are given by position in lists that say materials in words. */
    @Test
    public void filesFollowTheNameOfTheirMaterialAndNotItsCode() {
        Upload form = new Upload("f1", "申请表.pdf", "application/pdf", 1, null);
        Upload map = new Upload("f2", "图纸.pdf", "application/pdf", 1, null);
        Upload letter = new Upload("f3", "委托书.pdf", "application/pdf", 1, null);
        centres.drafts.change(
                id, draft -> draft.with("m1", List.of(form)).with("representative.proof", List.of(letter)), li);
        number = 2;
        materials = List.of(material("m1", "图纸"), material("m2", material()));
        centres.drafts.change(id, draft -> draft.with(draft.key(since(), "m1"), List.of(map)), li);

        second = offered(new Items());
        Draft placed = placed();
        assertEquals(List.of(form), placed.filesOf("m2"));
        assertEquals(List.of(map), placed.filesOf("m1"));
        assertEquals(List.of(letter), placed.filesOf("representative.proof"));

        number = 3;
        materials = List.of(material("x1", material()));
        assertEquals(List.of(form), placed().filesOf("x1"));
        assertEquals(List.of("图纸.pdf"), changed().orElseThrow().unplaced());
        Draft left = placed().without("f1");
        assertEquals(List.of(), left.filesOf("x1"));

        isKnown = false;
        assertEquals(3, changed().orElseThrow().unplaced().size());
    }

    private Draft placed() {
        return changes.placed(centres.drafts.get(id, li), offered(new Items()), li);
    }

    private Draft.Since since() {
        return DraftChanges.since(offered(new Items()));
    }

    private static Material material(String code, String name) {
        return new Material(code, name, true, "", 1, "");
    }

    /** The first material of the item as it was. */
    private String material() {
        return new Items()
                .offered(Items.SIMPLE, li)
                .definition()
                .materials()
                .get(0)
                .name();
    }

    @Test
    public void ofADraftOfBeforeNothingIsTold() {
        Draft before = Draft.of("1", "li", Items.SIMPLE, Map.of());
        number = 2;
        assertEquals(Optional.empty(), changes.of(before, offered(new Items()), Locale.CHINESE, li));
        DraftChanges.requireChecked("", before, offered(new Items()));
    }

    @Test
    public void nobodyHandsInUnderAVersionThatTheyHaveNotSeen() {
        number = 2;
        pages.handIn(call(Map.of("version", "1", "declared", "true", "item", "yantai:1")), id);
        assertEquals(CommonError.CHANGED_MEANWHILE, told.code());
        assertEquals("事项在您核对之后已更新为第2版。请核对下面列出的变化和最新内容，再勾选承诺并提交", told.zh());
        assertNotNull(shown);
        pages.handIn(call(Map.of("version", "1", "declared", "true")), id);
        assertEquals("a page of before", CommonError.CHANGED_MEANWHILE, told.code());
        assertEquals("", centres.drafts.get(id, li).number());

        told = null;
        pages.handIn(call(Map.of("version", "1", "declared", "true", "item", "yantai:2")), id);
        assertNull(told);
        assertEquals("/my/" + centres.drafts.get(id, li).number(), gone);
    }

    @Test
    public void whoeverBeginsKeepsTheVersion() {
        number = 3;
        pages.begin(call(Map.of()), Items.SIMPLE);
        String begun = gone.split("/")[3];
        assertEquals(new Draft.Since("yantai", 3), centres.drafts.get(begun, li).since());
        assertEquals(Map.of(), centres.drafts.get(begun, li).fields());
        Upload file = new Upload("f", "f", "application/pdf", 1, "");
        Draft more = centres.drafts.change(begun, draft -> draft.with("m1", List.of(file)), li);
        assertEquals(
                3, more.with(Map.of("form.use", "停车")).handedIn("n").since().number());
    }

    private PageCall call(Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return answering(PageCall.class, (method, values) -> switch (method) {
            case "form" -> new Form(fields, Map.of());
            case "context" -> li;
            case "ui" -> answering(Ui.class, (word, of) -> word.equals("t") ? of[0] : null);
            case "redirect" -> went((String) values[0]);
            case "redisplay" -> refused((ProblemException) values[0], (Screen) values[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Response went(String path) {
        gone = path;
        return null;
    }

    private Response refused(ProblemException refusal, Screen screen) {
        told = refusal;
        shown = screen;
        return null;
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> answer.to(method.getName(), values)));
    }
}
