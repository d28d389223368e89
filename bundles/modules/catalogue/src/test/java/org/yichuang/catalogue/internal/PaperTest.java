package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.Editions.NewEdition;
import org.yichuang.catalogue.internal.Publicity.MadeKnown;
import org.yichuang.catalogue.internal.document.CatalogueDocument;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.catalogue.internal.persistence.EditionRows;
import org.yichuang.catalogue.internal.persistence.PublicityRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** Booklets, boards, and where what is published was made known (M-CAT-11, 12). */
public class PaperTest extends CatalogueWorld {
    private static final PageRequest PAGE = PageRequest.of(20, null);

    private final List<DocumentService.Request> issued = new ArrayList<>();
    private Editions editions;
    private Publicity publicity;

    @Before
    public void openPapers() {
        issued.clear();
        PublishedRows published = new PublishedRows(transactions.persistenceUnit(), items);
        editions = new Editions(
                transactions,
                network,
                published,
                new EditionRows(transactions.persistenceUnit()),
                fields,
                samples,
                documents());
        publicity = new Publicity(transactions, items, published, new PublicityRows(transactions.persistenceUnit()));
        publish(YANTAI, "A-1,甲事项,行政许可,市住建局,市住建局,市,市,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,乙事项,公共服务,市住建局,市住建局,市,市,否,,5,工作日,承诺件");
        publish(YANTAI, "A-3,丙事项,行政许可,市人社局,市人社局,县,\"县,乡\",否,,5,工作日,承诺件");
    }

    private DocumentService documents() {
        return (DocumentService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DocumentService.class}, (proxy, method, given) -> {
                    if (method.getName().equals("issue")) {
                        issued.add((DocumentService.Request) given[0]);
                        return view(issued.size() - 1);
                    }
                    return List.of(view(issued.size() - 1));
                });
    }

    private DocumentView view(int index) {
        return new DocumentView(
                "D" + index,
                "〔2026〕" + index,
                issued.get(index).kind(),
                1,
                0,
                "",
                "",
                "",
                Instant.EPOCH,
                DocumentService.State.PENDING,
                "",
                true);
    }

    @Test
    public void aBookletOfATypeHasItsOwnEditions() {
        NewEdition licences = new NewEdition(EditionKind.BOOKLET, ItemType.LICENCE, null);
        assertEquals(2, editions.make(licences, calling(YANTAI)).edition().items());
        assertEquals(2, editions.make(licences, calling(YANTAI, 1)).edition().number());
        NewEdition all = new NewEdition(EditionKind.BOOKLET, null, "");
        assertEquals(1, editions.make(all, calling(YANTAI, 2)).edition().number());

        Map<String, String> facts = issued.get(1).facts();
        assertEquals("2", facts.get("edition"));
        assertEquals("2026年3月2日", facts.get("day"));
        assertTrue(facts.get("about"), facts.get("about").contains("行政许可"));
        String text = facts.get(CatalogueDocument.part(0));
        assertTrue(text, text.startsWith("1. 甲事项（A-1）\n主管部门：市住建局\n"));
        assertTrue(text, text.contains("收费：不收费"));
        assertFalse(text, text.contains("乙事项"));
        assertTrue(CatalogueDocument.BOOKLET.facts().containsAll(facts.keySet()));
        assertTrue(facts.keySet().containsAll(CatalogueDocument.BOOKLET.required()));
        assertEquals(3, editions.list(PAGE, calling(YANTAI)).items().size());
    }

    @Test
    public void aBoardSaysEachItemInALineAndWhatOtherModulesKnow() {
        sources.add(new DisclosureFieldSource() {
            @Override
            public String module() {
                return "catalogue";
            }

            @Override
            public Set<String> fields() {
                return Set.of("fee");
            }

            @Override
            public LocalizedMessage label(String field) {
                return LocalizedMessage.verbatim(field);
            }

            @Override
            public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
                return item.definition().code().equals("A-1") ? Optional.of("每件20元") : Optional.empty();
            }
        });

        List<List<String>> lines = editions.preview(new NewEdition(EditionKind.BOARD, null, "市住建局"), calling(YANTAI))
                .items();

        assertEquals(2, lines.size());
        assertEquals(1, lines.get(0).size());
        assertTrue(lines.toString(), lines.get(0).get(0).startsWith("1. 甲事项｜市住建局｜承诺5个工作日"));
        assertTrue(lines.toString(), lines.get(0).get(0).contains("收费：每件20元"));
        assertTrue(lines.toString(), lines.get(1).get(0).contains("收费：不收费"));
    }

    @Test
    public void nothingIsNoEdition() {
        refused(
                CommonError.FIELDS_INVALID,
                () -> editions.make(new NewEdition(EditionKind.BOOKLET, ItemType.LICENCE, null), calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> editions.make(new NewEdition(null, null, null), calling(YANTAI)));
        refused(CatalogueError.EDITION_UNKNOWN, () -> editions.find("X", calling(YANTAI)));
    }

    @Test
    public void whereAVersionWasMadeKnownStaysWithIt() {
        MadeKnown paper =
                new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 2), "烟台市人民政府", "烟台日报2026年3月2日第3版", null);
        assertEquals(3, enter(paper, calling(YANTAI)).items());
        importCsv(HEADINGS + "A-1,甲事项,行政许可,市住建局,市住建局,市,市,否,,4,工作日,承诺件\n", true, calling(YANTAI));
        MadeKnown hall =
                new MadeKnown(PublicityChannel.HALL, LocalDate.of(2026, 3, 2), "烟台市政务服务中心", "一楼公示栏", List.of("A-1"));
        enter(hall, calling(YANTAI, 1));

        assertEquals(
                List.of("2 HALL 一楼公示栏", "1 MEDIA 烟台日报2026年3月2日第3版"),
                publicity.of("A-1", calling(YANTAI)).stream()
                        .map(PaperTest::line)
                        .toList());
        assertEquals(1, publicity.of("A-2", calling(YANTAI)).size());
    }

    @Test
    public void whatWasEnteredByMistakeIsTakenBackAloneOrWithAllThatCameWithIt() {
        MadeKnown paper = new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 2), "市政府", "日报", null);
        Publicity.Entered shown = publicity.preview(paper, calling(YANTAI));
        assertEquals(3, shown.items());
        assertEquals(
                new Publicity.Shown("A-1", "甲事项", 1, LocalDate.of(2026, 3, 2)),
                shown.versions().get(0));
        assertEquals("nothing is entered", List.of(), publicity.of("A-1", calling(YANTAI)));
        assertEquals(shown, enter(paper, calling(YANTAI)));
        enter(
                new MadeKnown(PublicityChannel.HALL, LocalDate.of(2026, 3, 2), "中心", "公示栏", List.of("A-1")),
                calling(YANTAI, 1));

        String one = publicity.of("A-2", calling(YANTAI)).get(0).id();
        Publicity.TakingBack alone = new Publicity.TakingBack("报纸上没有", null);
        assertEquals(1, publicity.takeBack(one, alone, calling(YANTAI, 2)).records());
        PublicityRecord.View back = publicity.of("A-2", calling(YANTAI)).get(0);
        assertEquals("报纸上没有", back.takenBackReason());
        assertEquals(LocalDate.of(2026, 3, 2), back.takenBackOn());
        refused(CatalogueError.ITEM_STATE, () -> publicity.takeBack(one, alone, calling(YANTAI, 3)));
        refused(CommonError.NOT_FOUND, () -> publicity.takeBack(one, alone, calling(HAIYANG)));

        String other = publicity.of("A-3", calling(YANTAI)).get(0).id();
        assertEquals(
                2,
                publicity
                        .takeBack(other, new Publicity.TakingBack("日期有误", true), calling(YANTAI, 4))
                        .records());
        assertEquals(
                List.of("公示栏"),
                publicity.of("A-1", calling(YANTAI)).stream()
                        .filter(each -> each.takenBackOn() == null)
                        .map(PublicityRecord.View::proof)
                        .toList());
        assertEquals(
                3,
                transactions.entries().stream()
                        .filter(each -> each.entry().action().equals("unmake-known"))
                        .count());
    }

    /** Whoever has looked at the versions of one day enters no others by the same tick. */
    @Test
    public void whatWasNotSeenIsNotEntered() {
        MadeKnown paper = new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 2), "市政府", "日报", null);
        String seen = publicity.preview(paper, calling(YANTAI)).seen();
        MadeKnown one = new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 2), "市政府", "日报", List.of("A-1"));
        refused(CommonError.CHANGED_MEANWHILE, () -> publicity.enter(one, Optional.of(seen), calling(YANTAI)));
        importCsv(HEADINGS + "A-1,甲事项,行政许可,市住建局,市住建局,市,市,否,,4,工作日,承诺件\n", true, calling(YANTAI));
        refused(CommonError.CHANGED_MEANWHILE, () -> publicity.enter(paper, Optional.of(seen), calling(YANTAI)));
        assertEquals(List.of(), publicity.of("A-1", calling(YANTAI)));

        String now = publicity.preview(paper, calling(YANTAI)).seen();
        assertEquals(
                3, publicity.enter(paper, Optional.of(now), calling(YANTAI)).items());
    }

    private Publicity.Entered enter(MadeKnown made, CallContext context) {
        return publicity.enter(made, Optional.empty(), context);
    }

    private static String line(PublicityRecord.View made) {
        return made.version() + " " + made.channel() + " " + made.proof();
    }

    @Test
    public void onlyWhatIsPublishedWasMadeKnownAndNotTomorrow() {
        MadeKnown tomorrow =
                new MadeKnown(PublicityChannel.WEBSITE, LocalDate.of(2026, 3, 3), "市政府", "网站", List.of("A-1"));
        refused(CommonError.FIELDS_INVALID, () -> enter(tomorrow, calling(YANTAI)));
        MadeKnown none =
                new MadeKnown(PublicityChannel.WEBSITE, LocalDate.of(2026, 3, 2), "市政府", "网站", List.of("A-1", "X"));
        ProblemException refusal = assertThrows(ProblemException.class, () -> enter(none, calling(YANTAI)));
        assertEquals("codes[1]", refusal.fields().get(0).field());
        assertEquals(List.of(), publicity.of("A-1", calling(YANTAI)));
    }

    @Test
    public void anEmptyListIsNotEverythingAndNoVersionIsMadeKnownBeforeItIsThere() {
        MadeKnown nothing = new MadeKnown(PublicityChannel.WEBSITE, LocalDate.of(2026, 3, 2), "市政府", "网站", List.of());
        ProblemException empty = assertThrows(ProblemException.class, () -> enter(nothing, calling(YANTAI)));
        assertEquals("codes", empty.fields().get(0).field());
        MadeKnown before = new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 1), "市政府", "日报", null);
        ProblemException early = assertThrows(ProblemException.class, () -> enter(before, calling(YANTAI)));
        assertEquals("on", early.fields().get(0).field());
        assertTrue(early.zh(), early.fields().get(0).zh().contains("2026-03-02"));
        assertEquals(List.of(), publicity.of("A-1", calling(YANTAI)));
    }

    @Test
    public void theRecordIsOfTheVersionThatWasPublicOnTheDay() {
        network.pass(Duration.ofDays(3));
        CallContext later = CallContext.system(YANTAI, network.now(), "test");
        importCsv(
                HEADINGS + "A-1,甲事项,行政许可,市住建局,市住建局,市,市,否,,4,工作日,承诺件\n" + "A-9,新事项,行政许可,市住建局,市住建局,市,市,否,,4,工作日,承诺件\n",
                true,
                later);
        MadeKnown paper = new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 3), "市政府", "日报", null);

        Publicity.Entered entered = enter(paper, later);

        assertEquals(3, entered.items());
        assertEquals("what is newer than the paper", 1, entered.leftOut());
        assertEquals(1, publicity.of("A-1", later).get(0).version());
        assertEquals(List.of(), publicity.of("A-9", later));
        MadeKnown named =
                new MadeKnown(PublicityChannel.MEDIA, LocalDate.of(2026, 3, 3), "市政府", "日报", List.of("A-1", "A-9"));
        ProblemException refusal = assertThrows(ProblemException.class, () -> enter(named, later));
        assertEquals("codes[1]", refusal.fields().get(0).field());
    }

    @Test
    public void whatIsLongerThanAPartGoesOnInTheNextAndNothingIsLost() {
        List<Material> many = IntStream.range(0, 150)
                .mapToObj(number -> new Material("m" + number, "长".repeat(190) + number, false, "长".repeat(190), 1, ""))
                .toList();
        publish(YANTAI, "A-7,辛事项,公共服务,市审批局,市审批局,市,市,否,,5,工作日,承诺件");
        ItemVersion item = editing.versions("A-7", calling(YANTAI)).get(0);
        editing.draft(item.definition().but().materials(many).made(), calling(YANTAI));
        editing.publish("A-7", calling(YANTAI));

        editions.make(new NewEdition(EditionKind.BOOKLET, null, "市审批局"), calling(YANTAI, 7));

        long signs = issued.get(issued.size() - 1).facts().values().stream()
                .flatMapToInt(String::chars)
                .filter(sign -> sign == '长')
                .count();
        assertEquals(150 * 380, signs);
    }
}
