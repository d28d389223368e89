package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.ImportUndo.Undo;
import org.yichuang.catalogue.internal.persistence.Imports;

/**
 * A list as long as one import takes: shown, taken, taken again, and taken back. The long form, which {@code
 * bench/imports} plays, has the heap of a small centre; the short one shares its machine.
 */
public class ImportDrillTest extends CatalogueWorld {
    private static final int ROWS = Integer.getInteger("yichuang.test.rows", 300);
    private static final boolean LONG = ROWS > 1_000;
    private static final long MOST_SECONDS = 110;

    @Test
    public void aLongListIsShownTakenAndTakenBack() {
        byte[] file = file(5).getBytes(StandardCharsets.UTF_8);
        String handle = timed("offer", () -> previews.offer("a.csv", new ByteArrayInputStream(file), calling(YANTAI)));
        Preview shown = timed("dry run", () -> previews.preview(handle, true, calling(YANTAI)));
        assertEquals(ROWS, shown.effects());

        ImportReport taken = timed("take", () -> previews.confirm(handle, true, shown.state(), calling(YANTAI)));
        assertEquals(ROWS, taken.published());
        assertEquals(
                0,
                timed("dry run again", () -> previews.preview(handle, true, calling(YANTAI)))
                        .effects());
        assertEquals(0, timed("take again", () -> take(file)).published());

        ImportReport changed = timed("take changed", () -> take(file(4).getBytes(StandardCharsets.UTF_8)));
        assertEquals(ROWS, changed.published());
        Set<String> running = IntStream.range(0, ROWS / 2)
                .mapToObj(i -> "LIST-" + 2 * i)
                .collect(Collectors.toCollection(HashSet::new));
        ImportUndo undo = new ImportUndo(
                transactions,
                network,
                items,
                new Imports(transactions.persistenceUnit()),
                offers,
                List.of((codes, since, unit) -> codes.stream()
                        .filter(running::contains)
                        .collect(Collectors.toMap(Function.identity(), code -> 1))));
        assertEquals(ROWS / 2L, (long) timed("undo half", () -> undo(undo, changed)));
        running.clear();
        assertEquals(ROWS / 2L, (long) timed("undo the rest", () -> undo(undo, changed)));
    }

    private static long undo(ImportUndo undo, ImportReport taken) {
        return undo.undo(taken.id(), new Undo("误导入", true, null), calling(YANTAI))
                .undone()
                .size();
    }

    private ImportReport take(byte[] file) {
        return editing.importFile("a.csv", new ByteArrayInputStream(file), true, calling(YANTAI));
    }

    /** As lists of guides are: the texts of conditions, materials and procedure are most of it. */
    private static String file(int days) {
        StringBuilder text = new StringBuilder("事项编码,事项名称,事项类型,主管部门,实施主体,行使层级,全部受理层级,是否初审,法定时限,承诺时限,时限单位,"
                + "办件类型,收费,设定依据,受理条件,申请材料,办理流程,结果名称,监督投诉渠道,办理地点和时间,到办事现场次数\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("LIST-")
                    .append(i)
                    .append(",事项")
                    .append(i)
                    .append("许可,行政许可,部门")
                    .append(i % 40)
                    .append(",烟台市第")
                    .append(i % 40)
                    .append("局,市,市;县,否,20,")
                    .append(days)
                    .append(",工作日,承诺件,否,《中华人民共和国某某法》第")
                    .append(i % 90)
                    .append("条,")
                    .append("条件说明".repeat(30))
                    .append(",申请书(原件1份);身份证明(复印件1份);场所证明(复印件1份);承诺书(原件1份),")
                    .append("申请—受理—审查—决定—送达。".repeat(8))
                    .append(",许可证,12345,政务服务中心综合窗口,0\n");
        }
        return text.toString();
    }

    private interface Step<T> {
        T run();
    }

    private static <T> T timed(String name, Step<T> step) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        long start = System.nanoTime();
        T result = step.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        if (LONG) {
            System.out.printf("%-14s %6.1f s, heap at most %4d MB%n", name, took.toMillis() / 1000.0, peak >> 20);
        }
        assertTrue(name + " took " + took, took.toSeconds() < MOST_SECONDS);
        return result;
    }
}
