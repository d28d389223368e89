package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** Every component has a page that shows it in all its states. */
public class GalleryTest extends PageServerTest {
    private static final Pattern SPECIMEN = Pattern.compile("href=\"/yantai/_components/([a-z]+)\"");

    @Test
    public void everyComponentHasAPageOfItsOwnInBothLanguages() throws Exception {
        Set<String> names = names();
        assertTrue(names.toString(), names.size() >= 14);
        for (String language : List.of("zh", "en")) {
            get("/yantai?lang=" + language);
            for (String name : names) {
                HttpResponse<String> page = get("/yantai/_components/" + name);
                assertEquals(name, 200, page.statusCode());
                assertFalse(name, page.body().contains("gallery."));
            }
        }
        assertEquals(404, get("/yantai/_components/nothing").statusCode());
    }

    @Test
    public void allStatesAreInSight() throws Exception {
        assertSees("field", "aria-invalid=\"true\"", "选填", "type=\"date\"", "type=\"checkbox\"", "id=\"problems\"");
        assertSees("table", "aria-sort=\"none\"", "role=\"search\"", "rel=\"next\"");
        assertSees("timeline", "class=\"done\"", "class=\"now\"", "class=\"ahead\"");
        assertSees("light", "light green", "light yellow", "light red");
        assertSees("clock", "计时中", "计时中止", "按时完成", "已超期", "不再计时", "不计入的日子");
        assertSees("upload", "已上传", "文件类型不符", "value=\"42\"");
        assertSees("message", "message info", "message done", "message care", "message wrong");
        assertSees("stepper", "aria-current=\"step\"", "（已完成）");
    }

    @Test
    public void theTableIsSearchedSortedAndTurnedOverByItsAddress() throws Exception {
        assertEquals(List.of("-2", "1", "8"), daysLeft("/yantai/_components/table"));
        assertEquals(List.of("15"), daysLeft("/yantai/_components/table?cursor=next"));
        assertEquals(List.of("15", "8", "1"), daysLeft("/yantai/_components/table?sort=-due"));
        assertEquals(List.of("-2", "1"), daysLeft("/yantai/_components/table?q=" + encoded("许可")));
        assertTrue(get("/yantai/_components/table?q=zzz").body().contains("没有符合条件的办件"));
    }

    private List<String> daysLeft(String path) throws Exception {
        return Pattern.compile("(剩余|超期) (\\d+) 个工作日")
                .matcher(get(path).body())
                .results()
                .map(found -> (found.group(1).equals("超期") ? "-" : "") + found.group(2))
                .collect(Collectors.toList());
    }

    private void assertSees(String component, String... states) throws Exception {
        String page = get("/yantai/_components/" + component).body();
        for (String state : states) {
            assertTrue(component + " " + state, page.contains(state));
        }
    }

    private Set<String> names() throws Exception {
        Matcher link = SPECIMEN.matcher(get("/yantai/_components").body());
        Set<String> names = new TreeSet<>();
        while (link.find()) {
            names.add(link.group(1));
        }
        return names;
    }
}
