package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** A menu that is longer than a row: beside the page for the staff, behind a word each for the public. */
public class MenuTest extends PageServerTest {
    private static final int MANY = 12;

    @Test
    public void aLongMenuOfTheStaffIsBesideThePageByModule() throws Exception {
        offer("clerk");
        signIn("yantai", "clerk", "right", "");
        String page = get("/yantai").body();
        assertTrue(page, page.contains("class=\"reading beside\""));
        String side = page.substring(page.indexOf("<nav class=\"side\""), page.indexOf("</nav>"));
        assertEquals("all of them", MANY + 1, side.split("<li>").length - 1);
        assertEquals("each module's together", 2, side.split("class=\"group\"").length - 1);
        assertFalse("nothing in a row as well", page.contains("class=\"menu\""));
    }

    @Test
    public void aLongMenuOfThePublicIsFolded() throws Exception {
        offer();
        String page = get("/yantai").body();
        assertFalse(page, page.contains("beside"));
        String menu = menu(page);
        assertEquals("all of them, and the fold", MANY + 2 + 1, menu.split("<li").length - 1);
        assertEquals(1, menu.split("<details name").length - 1);
        assertTrue("the first ones are in sight", menu.indexOf("/many/4") < menu.indexOf("<details name"));
        assertTrue(menu.indexOf("/many/5") > menu.indexOf("<details name"));
    }

    @Test
    public void whatIsOnesOwnIsInSightOrBehindItsWord() throws Exception {
        offer("applicant");
        signIn("yantai", "citizen", "right", "");
        String menu = menu(get("/yantai").body());
        int fold = menu.indexOf("<details name");
        assertTrue(menu, menu.indexOf("/many/0") < fold);
        assertTrue(menu, menu.indexOf("/many/1\"") > fold);
        assertTrue("what everybody has", menu.indexOf("/things\"") < fold);
        assertTrue(menu, menu.contains("<summary>我的"));
    }

    @Test
    public void aShortMenuIsARow() throws Exception {
        signIn("yantai", "clerk", "right", "");
        String page = get("/yantai").body();
        assertFalse(page, page.contains("beside"));
        assertFalse(menu(page), menu(page).contains("<details name"));
    }

    private static String menu(String page) {
        int begin = page.indexOf("<nav class=\"menu\"");
        return page.substring(begin, page.indexOf("</nav>", begin));
    }

    private void offer(String... roles) {
        PageModule many = new ThingPages.Contributor() {
            @Override
            public String module() {
                return "pages"; // which is on, and another one than that of the things
            }

            @Override
            public List<NavigationEntry> navigation() {
                List<NavigationEntry> entries = new ArrayList<>();
                for (int number = 0; number < MANY; number++) {
                    entries.add(NavigationEntry.of("/many/" + number, "layout.home", 10 + number, roles));
                }
                return entries;
            }
        };
        modules.host().add(many, many);
    }
}
