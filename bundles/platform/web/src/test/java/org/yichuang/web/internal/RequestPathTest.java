package org.yichuang.web.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.web.api.RequestPath;

public class RequestPathTest {
    @Test
    public void centreAndRootAreTheFirstTwoSegments() {
        assertEquals("", root("/yantai"));
        assertEquals("", root("/yantai/"));
        assertEquals("cases", root("/yantai/cases"));
        assertEquals("cases", root("/yantai/cases/1/%E8%AE%B8/x"));
        assertEquals("theme.0a1b.css", root("/yantai/theme.0a1b.css"));
        assertEquals("_components", root("/yantai/_components/fields"));
    }

    @Test
    public void pathsThatMeanTwoThingsNameNothing() {
        for (String path : List.of(
                "",
                "/",
                "//yantai/cases",
                "/yantai//cases",
                "/yantai;x=1/cases",
                "/yantai/cases/../x",
                "/yantai/cases/%2e%2e/x",
                "/yantai/cases%2F1",
                "/yantai/cases%5c1",
                "/yantai/cases/%00",
                "/%79antai/cases",
                "/yantai/\\evil",
                "/yantai/a b",
                "/yantai/a|b",
                "/yantai/a^b",
                "/yantai/许可",
                "/yantai/%ZZ",
                "/yantai/%4",
                "/Yantai/cases")) {
            assertEquals(path, Optional.empty(), RequestPath.of(path));
        }
    }

    @Test
    public void noLengthIsTooMuch() {
        String plain = "/yantai/cases/" + "x".repeat(100_000);
        assertEquals("cases", root(plain));
        assertEquals("cases", root("/yantai/cases/" + "%e8%ae%b8".repeat(30_000) + "/x".repeat(50_000)));
        assertEquals(Optional.empty(), RequestPath.of(plain + "|"));
    }

    private static String root(String path) {
        RequestPath read = RequestPath.of(path).orElseThrow();
        assertEquals(new TenantId("yantai"), read.tenant());
        return read.root();
    }
}
