package org.yichuang.pages.internal;

import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.yichuang.pages.internal.http.Assets;

/** What browsers have to fetch. */
public class WeightTest {
    @Test
    public void whatEveryPageLoadsIsLight() {
        Assets assets = new Assets();
        int weight = assets.weight("style") + assets.weight("script") + assets.weight("htmx");
        assertTrue("Style sheet and scripts take " + weight + " bytes", weight < 40_000);
    }
}
