package org.yichuang.itests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.AfterClass;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.yichuang.itests.Platform;

/** The journeys of the people in a real browser, by keyboard alone, at two widths, on one running platform. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    CitizenJourney.class,
    ClerkJourney.class,
    NothingIsLost.class,
    EditorJourney.class,
    OperatorJourney.class,
    ManagerJourney.class,
    FeeJourney.class,
    EverybodysPages.class
})
public class PagesIT {
    private static Platform platform;

    @BeforeClass
    public static void start() throws Exception {
        if (!Browser.isHere()) {
            System.out.println(
                    "SKIPPED: PagesIT, all journeys in a browser. It needs Debian's chromium and chromium-driver.");
        }
        Assume.assumeTrue("chromium and chromium-driver are installed", Browser.isHere());
        platform = Platform.unpacked("pages").start();
    }

    @AfterClass
    public static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    /** The platform that all journeys share. */
    static Platform platform() {
        return platform;
    }

    /** A small file of a type that is taken as material. */
    static Path pdf() throws IOException {
        return Files.writeString(
                platform.home().resolve("材料.pdf"), "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    }
}
