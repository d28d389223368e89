package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.DocumentTexts.Draft;
import org.yichuang.documents.api.DocumentTexts.TextView;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** What a centre makes of the texts of its documents, on both databases. */
public class DocumentTextsTest extends Contract {
    private static final String OWN = "# 收件\n您的{item}材料已收到：\n- {materials}";

    private final TestCentres province = new TestCentres();
    private final TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
    private final Receipt receipt = new Receipt();
    private DefaultDocumentTexts texts;
    private Wiring wiring;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = node;
        templates.bound(receipt);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        EnvelopeCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        wiring = new Wiring(
                node.entities("documents"), node.transactions(), cipher, TestRegistries.of(templates), province, clock);
        wiring.printer().stop();
        texts = wiring.texts();
        node.prove(wiring.textHeads());
        node.prove(wiring.documentHeads());
    }

    @Test
    public void aPublishedTextIsUsedFromThenOnAndOnlyAtItsCentre() {
        DocumentView before = issue(HAIYANG, "1");

        TextView published = publish(HAIYANG, "{item}收件回执", OWN);

        DocumentView after = issue(HAIYANG, "2");
        assertEquals(List.of("食品经营许可收件凭证", "食品经营许可收件回执"), List.of(before.title(), after.title()));
        assertEquals(List.of(0, 1), List.of(before.ownVersion(), after.ownVersion()));
        assertEquals(1, published.version());
        assertEquals("食品经营许可收件凭证", issue(YANTAI, "3").title());
        assertEquals(
                "what was issued before stays",
                "食品经营许可收件凭证",
                wiring.documents().of("case", "1", call(HAIYANG)).get(0).title());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void theUsualTextComesBackAsAVersionOfItsOwn() {
        publish(HAIYANG, "{item}收件回执", OWN);
        TextView restored = texts.restore("cases", "receipt", "新文本有误", call(HAIYANG));

        assertFalse(restored.isOwn());
        assertEquals(2, restored.version());
        assertEquals(receipt.text(), restored.text());
        assertEquals("食品经营许可收件凭证", issue(HAIYANG, "1").title());
        assertEquals(
                List.of("新文本有误", "统一用语"),
                texts.versions("cases", "receipt", call(HAIYANG)).stream()
                        .map(version -> version.reason())
                        .toList());
    }

    @Test
    public void aTextSaysNothingThatTheModuleDoesNotKnowAndLeavesOutNothingThatMustBeSaid() {
        assertEquals(List.of("text"), problems("收件回执", "您的材料已收到"));
        assertEquals(List.of("text"), problems("收件回执", "{item}：{applicant}"));
        assertEquals(
                "a title is read by everybody who verifies", List.of("title"), problems("{note}的{item}回执", "{item}"));
        assertEquals(List.of("text"), problems("收件回执", "{item} {note"));
        assertEquals(List.of("text"), problems("收件回执", "{item} [备注：[{note}]]"));
        assertEquals(
                "a bracket with what may be empty may be left out whole",
                List.of("text"),
                problems("收件回执", "收到您的材料[：{item}（备注：{note}）]"));
        assertEquals(List.of("title"), problems(" ", "{item}"));
        assertEquals(List.of("title"), problems("收".repeat(201), "{item}"));
        assertEquals(List.of("text"), problems("收件回执", "{item}" + "很".repeat(20_000)));
        assertEquals(List.of("text", "text"), problems("收件回执", "\u202e"));
        assertEquals(
                List.of("reason"),
                fields(() -> texts.publish("cases", "receipt", new Draft("回执", "{item}", " "), call(HAIYANG))));
        assertEquals(0, texts.get("cases", "receipt", call(HAIYANG)).version());
        assertEquals(1, publish(HAIYANG, "收件回执", "收到您的材料[：{item}][（备注：{note}）]").version());
    }

    @Test
    public void whoseTextWasReplacedMeanwhileIsTold() {
        CallContext first =
                new CallContext(HAIYANG, Actor.SYSTEM, province.now(), "t", Optional.empty(), Optional.of(0L));
        texts.publish("cases", "receipt", new Draft("回执", "{item}", "先"), first);

        assertEquals(
                "precondition-failed",
                assertThrows(
                                ProblemException.class,
                                () -> texts.publish("cases", "receipt", new Draft("回执", "{item}", "后"), first))
                        .code()
                        .code());
    }

    @Test
    public void ofManyWhoPublishTheSameVersionAtOnceOneDoes() throws Exception {
        ExecutorService managers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String reason = "第" + i;
                done.add(managers.submit(() -> publishes(reason)));
            }
            int published = 0;
            for (Future<Boolean> one : done) {
                published += one.get(120, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertEquals(1, published);
            assertEquals(1, texts.get("cases", "receipt", call(HAIYANG)).version());
            assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        } finally {
            managers.shutdownNow();
        }
    }

    private boolean publishes(String reason) {
        CallContext context =
                new CallContext(HAIYANG, Actor.SYSTEM, province.now(), "t", Optional.empty(), Optional.of(0L));
        try {
            texts.publish("cases", "receipt", new Draft("回执", "{item}", reason), context);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    @Test
    public void aSampleIsPrintedAndNothingIsKept() throws Exception {
        byte[] pdf = texts.preview("cases", "receipt", "{item}收件回执", OWN, call(HAIYANG));

        try (var document = Loader.loadPDF(pdf)) {
            String printed = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(printed, printed.contains("样张：〔事项名称〕收件回执"));
            assertTrue(printed, printed.contains("您的〔事项名称〕材料已收到"));
        }
        assertEquals(0, texts.get("cases", "receipt", call(HAIYANG)).version());
        assertEquals(List.of(), wiring.documents().of("case", "1", call(HAIYANG)));
    }

    @Test
    public void whenALaterModuleCannotFillItInTheUsualTextIsUsedAndTheDoctorSaysSo() {
        publish(HAIYANG, "{item}收件回执", "{item}[备注：{note}]");
        templates.unbound(receipt);
        templates.bound(new Receipt() {
            @Override
            public Set<String> facts() {
                return Set.of("item", "materials");
            }

            @Override
            public String text() {
                return "事项 | {item}\n- {materials}";
            }
        });

        assertEquals(List.of("haiyang/cases/receipt"), wiring.unsound().some(3));
        assertFalse(texts.get("cases", "receipt", call(HAIYANG)).isSound());
        DocumentView issued = issue(HAIYANG, "1");
        assertEquals(List.of(0, "食品经营许可收件凭证"), List.of(issued.ownVersion(), issued.title()));
    }

    @Test
    public void itNeedsItsPermissionAndAModuleThatIsOn() {
        CallContext clerk = new CallContext(
                HAIYANG,
                new Actor("clerk", "clerk", Set.of("clerk")),
                province.now(),
                "t",
                Optional.empty(),
                Optional.empty());
        assertThrows(ProblemException.class, () -> texts.list(clerk));
        CallContext manager = clerk.by(clerk.actor().permitted(Set.of(DocumentsPermission.TEMPLATES)));
        assertEquals(1, texts.list(manager).size());
        province.put(without(HAIYANG));
        assertEquals(0, texts.list(manager).size());
        assertThrows(ProblemException.class, () -> texts.get("cases", "receipt", manager));
    }

    private Tenant without(TenantId id) {
        Tenant centre = province.get(id);
        return new Tenant(
                centre.id(),
                centre.name(),
                centre.level(),
                centre.parent(),
                centre.division(),
                Set.of("catalogue"),
                centre.policies());
    }

    @Test
    public void whatWasEditedBehindItsBackIsABreak() {
        publish(HAIYANG, "{item}收件回执", OWN);
        clock.forward(Duration.ofMinutes(10));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());

        database.run("UPDATE DOCUMENTS_TEXT SET CONTENT='{item}'");

        assertTrue(node.journal().verify(HAIYANG).firstBreak().contains("document-text"));
    }

    private TextView publish(TenantId tenant, String title, String text) {
        return texts.publish("cases", "receipt", new Draft(title, text, "统一用语"), call(tenant));
    }

    private List<String> problems(String title, String text) {
        return fields(() -> texts.publish("cases", "receipt", new Draft(title, text, "统一用语"), call(HAIYANG)));
    }

    private static List<String> fields(Runnable work) {
        return assertThrows(ProblemException.class, work::run).fields().stream()
                .map(field -> field.field())
                .toList();
    }

    private DocumentView issue(TenantId tenant, String number) {
        return node.transactions().write(call(tenant), DocumentView.class, unit -> wiring.documents()
                .issue(Receipt.about(number), unit));
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, province.now(), "t");
    }
}
