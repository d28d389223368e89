package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.internal.ImportPreviews.Kind;
import org.yichuang.catalogue.internal.ImportPreviews.Line;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Limit;

/** Items go out as a workbook and come in again as they were. */
public class CatalogueExportTest extends CatalogueWorld {
    private static final Path DEMONSTRATION = Path.of("../../../tenants/demo");

    /** Several routes and stages, fees, forms, materials: all that ships with the platform. */
    @Test
    public void theDemonstrationsItemsComeInAgainWithoutAChange() throws IOException {
        for (TenantId centre : List.of(SHANDONG, YANTAI, HAIYANG, LAISHAN)) {
            byte[] csv = Files.readAllBytes(DEMONSTRATION.resolve("catalogue-" + centre + ".csv"));
            int published = editing.importFile("items.csv", new ByteArrayInputStream(csv), true, calling(centre))
                    .published();

            Preview preview = broughtIn(centre, "");

            assertEquals(published, preview.rows().size());
            assertUnchanged(preview);
        }
    }

    @Test
    public void whatNoListHasWordsForComesInAgainWithoutAChange() {
        List<Material> materials = List.of(
                new Material("form.site", "申请表", true, "原件", 3, ""),
                new Material("m2", "身份证（复印件）", true, "", 1, ""),
                new Material("m7", "照片；两寸", false, "电子", 2, "白底，见“说明”"),
                new Material("m8", "检测报告", true, "", 1, "", new Deferral(10), new Declaration("撤销许可|并公示；")));
        List<ItemDefinition> strange = List.of(
                with(TreeItem.named("甲"), "A-1", materials, "是", Limit.calendar(15)),
                with(TreeItem.named("乙"), "000123456789012345678", List.of(), "收费：每本5元", Limit.working(0)),
                with(TreeItem.named("=1+1"), "A-3", List.of(), "'=否", Limit.calendar(0)),
                with(TreeItem.with(TreeItem.COUNTY), "A-4", materials.subList(1, 2), "否", Limit.working(7)));
        for (ItemDefinition item : strange) {
            editing.draft(item, calling(YANTAI));
        }

        Preview preview = broughtIn(YANTAI, "");

        assertEquals(
                Set.copyOf(strange), preview.rows().stream().map(Line::after).collect(Collectors.toSet()));
        assertUnchanged(preview);
    }

    private static ItemDefinition with(
            ItemDefinition item, String code, List<Material> materials, String fee, Limit promised) {
        return item.but()
                .code(code)
                .promisedLimit(promised)
                .materials(materials)
                .fee(fee)
                .reconsiderationFirst(code.equals("A-3"))
                .made();
    }

    @Test
    public void whatIsPublishedGoesOutAndWhereNothingIsTheDraft() {
        publish(YANTAI, "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        importCsv(HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,9,工作日,承诺件\n", false, calling(YANTAI));
        importCsv(HEADINGS + "A-2,乙,行政许可,住建,市住建局,市,县,否,,8,工作日,承诺件\n", false, calling(YANTAI));

        Preview preview = broughtIn(YANTAI, "");

        assertEquals(
                List.of(Limit.working(5), Limit.working(8)),
                preview.rows().stream()
                        .map(line -> line.after().promisedLimit())
                        .toList());
        assertUnchanged(preview);
    }

    @Test
    public void onlyWhatHasTheWordsGoesOut() {
        publish(YANTAI, "A-1,砍伐树木,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,卫生许可,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");

        assertEquals(
                List.of("A-2"),
                broughtIn(YANTAI, "卫生").rows().stream()
                        .map(line -> line.row().code())
                        .toList());
        refused(CatalogueError.ITEM_UNKNOWN, () -> export.write("没有", calling(YANTAI)));
        refused(CatalogueError.ITEM_UNKNOWN, () -> export.write("", calling(HAIYANG)));
    }

    @Test
    public void longListsGoOutPartByPartAndNoMoreThanAnImportTakes() {
        String rows = IntStream.rangeClosed(1, 401)
                .mapToObj(i -> "A-" + i + ",事项" + i + ",行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n")
                .collect(Collectors.joining());
        importCsv(HEADINGS + rows, true, calling(YANTAI));

        Preview preview = broughtIn(YANTAI, "");
        assertEquals(401, preview.rows().size());
        assertUnchanged(preview);

        network.policy(YANTAI, ItemFile.ROWS_POLICY, "400");
        refused(CommonError.TOO_LARGE, () -> export.write("", calling(YANTAI)));
    }

    @Test
    public void whoMayNotSeeDraftsTakesNothingOut() {
        Actor citizen = new Actor("li", "李", Set.of("applicant"));

        assertEquals(
                "not-allowed",
                assertThrows(
                                ProblemException.class,
                                () -> export.write("", calling(YANTAI).by(citizen)))
                        .code()
                        .code());
    }

    private Preview broughtIn(TenantId centre, String words) {
        byte[] workbook = export.write(words, calling(centre));
        String handle = previews.offer("items.xlsx", new ByteArrayInputStream(workbook), calling(centre));
        return previews.preview(handle, false, calling(centre));
    }

    private static void assertUnchanged(Preview preview) {
        List<String> changed = new ArrayList<>();
        preview.rows().stream().filter(line -> line.kind() != Kind.SAME).forEach(line -> changed.add(line.toString()));
        assertEquals(List.of(), changed);
        assertTrue(preview.missing().toString(), preview.missing().isEmpty());
        assertEquals("nothing is to be said of the file", List.of(), preview.notes());
        assertEquals(0, preview.effects());
    }
}
