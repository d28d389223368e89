package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import org.junit.Test;
import org.yichuang.pages.api.PageModule;

/** What modules contribute to pages that are not theirs. */
public class ContributionsTest extends PageServerTest {
    @Test
    public void aPanelOrActionThatFailsSpoilsNobodysPage() throws Exception {
        PageModule failing = new ThingPages.Failing();
        modules.host().add(failing, failing);
        PageModule fees = new ThingPages.Contributor();
        modules.host().add(fees, fees);
        signIn("yantai", "clerk", "right", "");

        assertEquals(200, get("/yantai").statusCode());
        HttpResponse<String> page = get("/yantai/things/staff/7");
        assertEquals(200, page.statusCode());
        assertTrue(page.body(), page.body().contains("&lt;bill&gt; of 7"));
        assertTrue("its action, in its words", page.body().contains("<i>首页</i>"));
        assertFalse("not for the roles of others", page.body().contains("for others"));
    }

    @Test
    public void aPanelThatHasNothingToSayLeavesNoEmptyBox() throws Exception {
        PageModule fees = new ThingPages.Contributor();
        modules.host().add(fees, fees);
        signIn("yantai", "clerk", "right", "");

        String page = get("/yantai/things/staff/7").body();

        assertEquals(page, 2, page.split("<b>").length);
    }
}
