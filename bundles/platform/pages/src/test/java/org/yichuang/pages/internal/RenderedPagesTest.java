package org.yichuang.pages.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.Test;
import org.yichuang.pages.internal.RenderedPages.Rendered;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.testing.centres.TestCentres;

public class RenderedPagesTest {
    private final TestCentres network = new TestCentres();
    private final RenderedPages<String> pages = new RenderedPages<>();
    private int rendered;

    private Rendered get(String language) {
        List<Tenant> centres = network.all();
        return pages.get(language, centres, () -> {
            rendered++;
            return (language + " " + centres.size()).getBytes(StandardCharsets.UTF_8);
        });
    }

    @Test
    public void aPageIsRenderedOnceUntilACentreChanges() {
        Rendered first = get("zh");
        assertSame(first, get("zh"));
        assertEquals(1, rendered);

        network.without(TestCentres.LAISHAN);
        assertEquals("zh " + network.all().size(), new String(get("zh").plain(), StandardCharsets.UTF_8));
        assertEquals(2, rendered);
        network.suspend(TestCentres.YANTAI);
        get("zh");
        assertEquals("a centre that stays may be another", 3, rendered);
    }

    @Test
    public void eachLanguageHasItsOwnAndBothFormsAreTheSamePage() throws IOException {
        get("zh");
        Rendered english = get("en");
        get("en");

        assertEquals(2, rendered);
        assertArrayEquals(
                english.plain(), new GZIPInputStream(new ByteArrayInputStream(english.packed())).readAllBytes());
    }
}
