package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.ImportPreviews.Question;
import org.yichuang.catalogue.internal.OwnWords.Meaning;
import org.yichuang.catalogue.internal.domain.OwnWord.Kind;
import org.yichuang.catalogue.internal.importing.Meanings;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A list with words of its own is imported as it is, once it has been said what they mean. */
public class OwnWordsTest extends CatalogueWorld {
    private static final String LIST = "权力名称,权力类别,行使层级,收费,办理须知\n甲事项,行政许可,市,否,带身份证\n";

    private OwnWords words;

    @Before
    public void openWords() {
        words = new OwnWords(transactions, new Imports(transactions.persistenceUnit()));
    }

    @Test
    public void wordsMeanFromThenOnWhatWasSaidAndAtThisCentreOnly() {
        refused(DocumentError.FILE_COLUMNS, () -> take(YANTAI));
        say("权力名称", "name");
        say("权力类别（试行）", "事项类型");
        say("办理须知", "conditions");

        ImportReport report = take(YANTAI);

        String code = report.details().get(0).code();
        assertEquals(
                "it does not say whose it is",
                Outcome.DRAFTED,
                report.details().get(0).outcome());
        assertEquals(
                "带身份证",
                editing.versions(code, calling(YANTAI)).get(0).definition().conditions());
        assertEquals(
                List.of("办理须知 conditions", "权力名称 name", "权力类别 item_type"),
                words.list(calling(YANTAI)).stream()
                        .map(own -> own.word() + " " + own.meaning())
                        .toList());
        refused(DocumentError.FILE_COLUMNS, () -> take(HAIYANG));

        say("权力名称", "");
        refused(DocumentError.FILE_COLUMNS, () -> take(YANTAI));
        assertEquals(2, words.list(calling(YANTAI)).size());
    }

    @Test
    public void whatEveryListMayHaveAndWhatIsNoColumnIsRefused() {
        assertEquals(List.of("word"), fields("事项 名称", "code"));
        assertEquals(List.of("meaning"), fields("权力名称", "月亮"));
        assertEquals(List.of("word"), fields(" ", "code"));
        ProblemException refusal = assertThrows(ProblemException.class, () -> say("事项名称", "code"));
        assertTrue(refusal.message().zh(), refusal.message().zh().contains("事项名称"));
    }

    @Test
    public void whatWasShownIsNotTakenWhenAHeadingMeansSomethingElseMeanwhile() {
        say("权力名称", "name");
        say("权力类别", "item_type");
        say("办理须知", "conditions");
        byte[] bytes = LIST.getBytes(StandardCharsets.UTF_8);
        String handle = previews.offer("a.csv", new ByteArrayInputStream(bytes), calling(YANTAI));
        Preview shown = previews.preview(handle, true, calling(YANTAI));

        say("办理须知", "procedure");

        refused(
                CommonError.CHANGED_MEANWHILE,
                () -> previews.confirm(shown.handle(), true, shown.state(), calling(YANTAI)));
    }

    @Test
    public void aLevelThatNobodyKnowsIsAskedAboutAndRemembered() {
        String file = HEADINGS + "A-1,甲事项,行政许可,住建,市住建局,副省本级,,否,,5,工作日,承诺件\n";
        String handle = offer(file);
        Preview before = previews.preview(handle, true, calling(YANTAI));
        assertEquals(List.of(new Question(Kind.LEVEL, "副省本级", 1)), before.questions());
        assertEquals(Outcome.REFUSED, before.rows().get(0).outcome());

        words.put(new Meaning(Kind.LEVEL, "副省本级", "city"), calling(YANTAI));

        Preview after = previews.preview(handle, true, calling(YANTAI));
        assertEquals(List.of(), after.questions());
        assertEquals(Outcome.PUBLISHED, after.rows().get(0).outcome());
        assertEquals(Level.CITY, after.rows().get(0).after().exerciseLevel());
        refused(CommonError.CHANGED_MEANWHILE, () -> previews.confirm(handle, true, before.state(), calling(YANTAI)));
        assertThrows(ProblemException.class, () -> words.put(new Meaning(Kind.LEVEL, "甲级", "月亮"), calling(YANTAI)));
    }

    @Test
    public void prefecturesLeaguesAndBannersAreDivisionsAndMarketsAreNone() {
        Meanings here = new Meanings(Map.of(), Map.of(), Map.of(), Set.of("海西蒙古族藏族自治州政务服务中心"));

        assertEquals(Optional.empty(), here.strangePlace("海西州市场监督管理局"));
        assertEquals(Optional.empty(), here.strangePlace("海西蒙古族藏族自治州民政局"));
        assertEquals(Optional.empty(), here.strangePlace("产业联盟办公室"));
        assertEquals(Optional.of("阿坝州"), here.strangePlace("阿坝州市场监督管理局"));
        assertEquals(Optional.of("杭州市"), here.strangePlace("杭州市市场监督管理局"));
        assertEquals(Optional.of("锡林郭勒盟"), here.strangePlace("锡林郭勒盟公安局"));
        assertEquals(Optional.of("科尔沁左翼中旗"), here.strangePlace("科尔沁左翼中旗民政局"));
    }

    @Test
    public void anOrganOfAnotherPlaceIsAskedAboutAndPublishedOnlyWhenSomebodyHasSaidWhichItIs() {
        String file = HEADINGS
                + "A-1,甲事项,行政许可,民宗,厦门市民族宗教局,市,,否,,5,工作日,承诺件\n"
                + "A-2,乙事项,行政许可,住建,烟台市城市管理局,市,,否,,5,工作日,承诺件\n"
                + "A-3,丙事项,行政许可,住建,海阳市住房和城乡建设局,县,,否,,5,工作日,承诺件\n"
                + "A-4,丁事项,行政许可,住建,自然资源和规划局,市,,否,,5,工作日,承诺件\n";
        String handle = offer(file);
        Preview before = previews.preview(handle, true, calling(YANTAI));
        assertEquals(List.of(new Question(Kind.ORGAN, "厦门市民族宗教局", 1)), before.questions());
        assertEquals(
                List.of(Outcome.DRAFTED, Outcome.PUBLISHED, Outcome.PUBLISHED, Outcome.PUBLISHED),
                before.rows().stream().map(ImportPreviews.Line::outcome).toList());
        String why = before.rows().get(0).reasons().get(0).zh();
        assertTrue(why, why.contains("不像本中心"));

        words.put(new Meaning(Kind.ORGAN, "厦门市民族宗教局", "烟台市民族宗教局"), calling(YANTAI));

        Preview after = previews.preview(handle, true, calling(YANTAI));
        assertEquals(List.of(), after.questions());
        assertEquals("烟台市民族宗教局", after.rows().get(0).after().organ());
        assertEquals(Outcome.PUBLISHED, after.rows().get(0).outcome());
    }

    private String offer(String file) {
        byte[] bytes = withFees(file).getBytes(StandardCharsets.UTF_8);
        return previews.offer("a.csv", new ByteArrayInputStream(bytes), calling(YANTAI));
    }

    private ImportReport take(TenantId centre) {
        byte[] bytes = LIST.getBytes(StandardCharsets.UTF_8);
        return editing.importFile("a.csv", new ByteArrayInputStream(bytes), true, calling(centre));
    }

    private void say(String heading, String column) {
        words.put(new Meaning(Kind.HEADING, heading, column), calling(YANTAI));
    }

    private List<String> fields(String heading, String column) {
        return assertThrows(ProblemException.class, () -> say(heading, column)).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
