package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.Test;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** What an operator changes in files while the platform runs. */
public class ConfigurationIT extends InContainer {
    private static final Duration SOON = Duration.ofSeconds(180);

    @Inject
    private Tenants tenants;

    @Test
    public void aCentreIsAddedChangedAndRemovedWithoutARestart() throws Exception {
        TenantFile file = TenantFile.of(home(), "penglai");
        file.write(centre("penglai", "蓬莱区政务服务中心", "county", "yantai", "370614", "catalogue,cases,linkage"));
        Wait.upTo(SOON).until("there", () -> status("/api/penglai/catalogue/items") == 200);
        assertEquals("蓬莱区政务服务中心", tenants.get(new TenantId("penglai")).name());
        assertTrue(
                "it offers what the city offers",
                !new DemoItems(network()).offered("penglai").isEmpty());
        file.set("name", "烟台市蓬莱区政务服务中心");
        Wait.upTo(SOON).until("renamed", () -> tenants.get(new TenantId("penglai"))
                .name()
                .equals("烟台市蓬莱区政务服务中心"));
        file.set("state", "suspended");
        Wait.upTo(SOON)
                .until("suspended", () -> tenants.get(new TenantId("penglai")).isSuspended());
        file.delete();
        Wait.upTo(SOON).until("gone", () -> status("/api/penglai/catalogue/items") == 404);
        network().anybody().get("/api/penglai/catalogue/items").expectProblem(404, "tenant-unknown");
    }

    @Test
    public void aBadFileIsRefusedWithKeyAndReasonAndTheOldValuesStay() throws Exception {
        refused("parent", centre("bad", "坏中心", "county", "atlantis", "370602", "catalogue"));
        refused("level", centre("bad", "坏中心", "city", "yantai", "370700", "catalogue"));
        refused("division", centre("bad", "坏中心", "county", "yantai", "37o602", "catalogue"));
        refused("modules", centre("bad", "坏中心", "county", "yantai", "370602", "catalogue,Astrology!"));
        refused("id", centre("laishan", "坏中心", "county", "yantai", "370602", "catalogue"));
        assertEquals("莱山区政务服务中心", tenants.get(new TenantId("laishan")).name());

        TenantFile laishan = TenantFile.of(home(), "laishan");
        laishan.set("parent", "huanghailu");
        try {
            Wait.upTo(SOON).until("refused", () -> refusal("laishan").isPresent());
            assertEquals(
                    "yantai",
                    tenants.get(new TenantId("laishan")).parent().orElseThrow().value());
            network().anybody().get("/api/laishan/catalogue/items").expect(200);
        } finally {
            laishan.set("parent", "yantai");
        }
        Wait.upTo(SOON).until("mended", () -> refusal("laishan").isEmpty());
    }

    /** The watcher of the file system keeps 512 events and forgets all when there are more. */
    @Test
    public void ofManyFilesLaidDownAtOnceNoneIsForgotten() throws Exception {
        int many = 600;
        List<TenantFile> files = IntStream.range(0, many)
                .mapToObj(i -> TenantFile.of(home(), "many" + i))
                .toList();
        try {
            for (TenantFile file : files) {
                file.write(centre("many", "坏中心", "county", "atlantis", "370602", "catalogue"));
            }
            Wait.upTo(Duration.ofMinutes(8)).until("all refused", () -> refusedOfMany() == many);
        } finally {
            for (TenantFile file : files) {
                file.delete();
            }
        }
        Wait.upTo(Duration.ofMinutes(8)).until("all forgotten", () -> refusedOfMany() == 0);
    }

    private long refusedOfMany() {
        return tenants.refusals().stream()
                .map(Tenants.Refusal::source)
                .filter(source -> source.startsWith("org.yichuang.tenant-many"))
                .distinct()
                .count();
    }

    @Test
    public void silenceForFiveWorkingDaysIsAcceptanceFromTheDayOfReceipt() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt silent = CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.person(600), Map.of()));
        JsonNode received = silent.view();
        assertEquals("RECEIVED", received.path("state").asText());
        String start = silent.deadlines().path(0).path("start").asText();
        TenantFile clock = TenantFile.named(home(), "org.yichuang.tenancy.cfg");
        clock.set("clock.offset", "P20D");
        try {
            Wait.upTo(SOON).until("later", () -> tenants.clock()
                    .instant()
                    .isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(19))));
            network().signOut();
            Wait.upTo(SOON).until("accepted", () -> state(silent).equals("ACCEPTED"));
            JsonNode acceptance = silent.view().path("acceptance");
            assertEquals("DEEMED", acceptance.path("mode").asText());
            assertEquals(start, acceptance.path("clockFrom").asText());
        } finally {
            clock.set("clock.offset", "PT0S");
            network().signOut();
        }
    }

    private void refused(String key, String content) throws Exception {
        TenantFile file = TenantFile.of(home(), "bad");
        file.write(content);
        try {
            Wait.upTo(SOON).until("refused for " + key, () -> refusal("bad")
                    .map(Tenants.Refusal::key)
                    .equals(Optional.of(key)));
            Tenants.Refusal refusal = refusal("bad").orElseThrow();
            assertTrue(
                    refusal.message().forLog(),
                    refusal.message().zh().length() > 4
                            && refusal.message().en().length() > 8);
            assertTrue(tenants.find(new TenantId("bad")).isEmpty());
        } finally {
            file.delete();
        }
        Wait.upTo(SOON).until("forgotten", () -> refusal("bad").isEmpty());
    }

    private Optional<Tenants.Refusal> refusal(String file) {
        return tenants.refusals().stream()
                .filter(each -> each.source().contains("-" + file))
                .findFirst();
    }

    private static String state(CaseAt place) {
        return place.view().path("state").asText();
    }

    private static int status(String path) {
        try {
            return network().anybody().get(path).status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String centre(String id, String name, String level, String parent, String division, String modules) {
        return String.join(
                "\n",
                List.of(
                        "id = " + id,
                        "name = " + name,
                        "level = " + level,
                        "parent = " + parent,
                        "division = " + division,
                        "modules = " + modules,
                        ""));
    }
}
