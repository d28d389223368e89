package org.yichuang.itests;

import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.yichuang.bench.Session;

/** A module that nobody knows works like the others, and goes without disturbing them. */
public class ExampleIT extends InContainer {
    private static final String JAR = "yichuang.example";
    private static final String PATH = "/api/haiyang/example";
    private static final String PAGE = "/haiyang/example";

    @Inject
    private BundleContext container;

    @Override
    @Configuration
    public Option[] distribution() throws IOException {
        Path jar = Path.of("..", "..", "bundles", "testing", "example", "target")
                .resolve("example-" + System.getProperty("yichuang.version") + ".jar");
        return OptionUtils.combine(
                super.distribution(),
                editConfigurationFilePut(
                        "etc/system.properties", JAR, jar.toRealPath().toUri().toString()));
    }

    @Test
    public void itIsInstalledSwitchedOnAndOffAndTakenOut() throws Exception {
        Session clerk = network().as("haiyang", "clerk");
        clerk.get(PATH).expect(404);
        TenantFile haiyang = TenantFile.of(home(), "haiyang");
        String before = haiyang.get("modules");
        try (Sampler sampler = new Sampler(others())) {
            Bundle example = container.installBundle(System.getProperty(JAR));
            example.start();
            haiyang.set("modules", before + ",example");
            awaits(200, clerk);

            clerk.command(PATH, Map.of("words", "门口的灯坏了")).expect(200);
            assertTrue(clerk.get(PATH).expect(200).text().contains("门口的灯坏了"));
            String page = network().visitor("haiyang", "clerk").open(PAGE).text();
            assertTrue("its place in the menu", page.contains("href=\"" + PAGE + "\""));
            assertTrue("leads to signing in", network().anybody().get(PAGE).status() < 400);
            network().as("laishan", "clerk").get("/api/laishan/example").expectProblem(404, "module-off");
            network().as("haiyang", "centre-manager").get(PATH).expectProblem(403, "not-allowed");

            haiyang.set("modules", before);
            awaits(404, clerk);
            clerk.get(PATH).expectProblem(404, "module-off");
            haiyang.set("modules", before + ",example");
            awaits(200, clerk);
            assertTrue(clerk.get(PATH).expect(200).text().contains("门口的灯坏了"));

            example.uninstall();
            awaits(404, clerk);
            sampler.rounds(10);
            sampler.allWereGood();
        } finally {
            haiyang.set("modules", before);
        }
    }

    private static void awaits(int status, Session clerk) {
        Wait.upTo(Duration.ofSeconds(120))
                .until(PATH + " " + status, () -> clerk.get(PATH).status() == status);
    }

    private static Map<String, Session> others() throws IOException {
        Map<String, Session> paths = new TreeMap<>();
        paths.put("/api/openapi.json", network().anybody());
        paths.put("/haiyang/items", network().anybody());
        paths.put("/api/haiyang/cases", network().as("haiyang", "clerk"));
        paths.put("/api/haiyang/indicators", network().as("haiyang", "centre-manager"));
        paths.put("/api/haiyang/exchange/messages?limit=5", network().as("haiyang", "system-admin"));
        return paths;
    }
}
