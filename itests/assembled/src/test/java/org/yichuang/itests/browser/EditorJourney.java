package org.yichuang.itests.browser;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.junit.runners.Parameterized.Parameters;

/** Journey 4: an import with a bad row, the draft, the comparison, publication. */
public class EditorJourney extends AtBothWidths {
    @Parameters(name = "{0} px")
    public static Object[] widths() {
        return ofStaff();
    }

    @Test
    public void anEditorImportsComparesAndPublishes() throws Exception {
        Path file = PagesIT.platform().home().resolve("items-" + width + ".csv");
        List<String> rows = Files.readAllLines(PagesIT.platform().etc().resolve("yichuang/demo/catalogue-haiyang.csv"));
        Files.write(
                file,
                List.of(
                        rows.get(0),
                        rows.get(1).replaceFirst("行政许可", "不存在的类型"),
                        rows.get(either(2, 6)).replaceFirst(",20,5,", ",20,3,")));
        Person editor = named("editor", "haiyang");
        assertTrue(editor.place().startsWith("/haiyang/editor"));
        editor.look();
        editor.attach("file", file);
        editor.press("main form button");
        assertTrue(editor.text(), editor.text().contains("尚未写入"));
        assertTrue(editor.text(), editor.text().contains("承诺时限"));
        editor.look();
        editor.press("main form button");
        assertTrue(editor.text().contains("退回 1 行"));
        editor.look();
        editor.press("tbody tr:nth-child(2) a");
        assertTrue(editor.text(), editor.text().contains("有变化"));
        editor.look();
        editor.pressWords("修改草稿");
        editor.look();
        editor.type("promisedLimit", "30个工作日");
        editor.press("main form button");
        assertTrue("longer than the law allows", editor.has("#problems"));
        editor.look();
        editor.type("promisedLimit", "2个工作日");
        editor.press("main form button");
        editor.pressWords("发布");
        assertTrue(editor.text().contains("已发布"));
        editor.look();
    }
}
