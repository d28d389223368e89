package org.yichuang.itests.browser;

import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** What anybody may open, in both languages, large and small. */
public class EverybodysPages extends AtBothWidths {
    /** Those that the frame promises; field, table, timeline, light, deadline, upload, confirmation and so on. */
    private static final int COMPONENTS = 13;

    private static final int FIRST_PAGE_AT_MOST = 100 * 1024;

    @Test
    public void theFirstPageIsLight() {
        Person stranger = stranger();
        stranger.open("/haiyang");
        Number bytes = (Number) stranger.script("return performance.getEntriesByType('navigation')[0].transferSize"
                + " + performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0)");
        assertTrue(bytes + " bytes", bytes.longValue() > 0 && bytes.longValue() <= FIRST_PAGE_AT_MOST);
    }

    @Test
    public void everythingIsThereInEnglishAndInLargeLettersToo() {
        Person stranger = stranger();
        stranger.open("/");
        stranger.look();
        stranger.open("/haiyang?lang=en");
        stranger.look();
        assertTrue(stranger.text().contains("What do you need done?"));
        stranger.open("/haiyang/items/000131024000");
        stranger.look();
        stranger.open("/haiyang?elderly=on");
        stranger.look();
        stranger.open("/haiyang/items?q=nothing-like-this");
        assertTrue(stranger.text().contains("Nothing found"));
        stranger.look();
        stranger.open("/haiyang/register");
        stranger.look();
    }

    @Test
    public void everyComponentIsShownInAllItsStates() {
        Person stranger = stranger();
        stranger.open("/haiyang/_components");
        stranger.look();
        List<?> pages = (List<?>) stranger.script(
                "return [...document.querySelectorAll('a[href*=\"/_components/\"]')].map(link => link.pathname)");
        assertTrue(pages + " are all components", pages.size() >= COMPONENTS);
        for (Object page : pages) {
            stranger.open(page.toString());
            stranger.look();
        }
    }

    @Test
    public void aWrongAddressLeadsOn() {
        Person stranger = stranger();
        stranger.open("/haiyang/no-such-page");
        assertTrue(stranger.has("main a"));
        stranger.look();
    }
}
