package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;

public class TenantRegistryTest {
    private static final TenantId YANTAI = new TenantId("yantai");
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final Instant MACHINE = Instant.parse("2026-03-02T01:00:00Z");

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final TenancyListener failing = new TenancyListener() {
        @Override
        public void tenantChanged(Tenant tenant) {
            throw new IllegalStateException("I always fail");
        }
    };
    private final TenancyListener listener = new TenancyListener() {
        @Override
        public void tenantChanged(Tenant tenant) {
            news.add("changed " + tenant.id() + " " + tenant.modules().size());
        }

        @Override
        public void tenantRemoved(TenantId id) {
            news.add("removed " + id);
        }
    };
    private final ListenerNotifier announcer = new ListenerNotifier(List.of(failing, listener));
    private final HeldClock clock = new HeldClock();
    private final ClockSettings clockSettings = new ClockSettings(clock);
    private final Dictionary<String, Object> kept = haiyang("cases");
    private final DefaultModuleRegistry modules = new DefaultModuleRegistry(null, List.of());
    private final TenantRegistry registry = new TenantRegistry(
            admin(), new CalendarStore(Path.of("nowhere"), announcer), clock, clockSettings, announcer, modules);

    @Before
    public void installModules() {
        for (String word : List.of("catalogue", "cases", "linkage")) {
            modules.add(word, () -> word);
        }
    }

    @After
    public void close() {
        registry.close();
    }

    @Test
    public void centresComeChangeAndGo() throws InterruptedException {
        network();

        assertEquals("海阳市政务服务中心", registry.get(HAIYANG).name());
        assertEquals(
                List.of(HAIYANG),
                registry.children(YANTAI).stream().map(Tenant::id).toList());
        assertEquals(
                List.of(HAIYANG, YANTAI),
                registry.lineage(HAIYANG).stream().map(Tenant::id).toList());
        assertEquals(Optional.of(YANTAI), registry.above(HAIYANG, Level.CITY).map(Tenant::id));

        registry.deleted("pid-haiyang");

        assertEquals("removed haiyang", next());
        assertEquals(
                TenancyError.TENANT_UNKNOWN,
                assertThrows(ProblemException.class, () -> registry.get(HAIYANG))
                        .code());
    }

    @Test
    public void aSwitchedModuleIsSwitchedForTheCallerAndForGood() throws InterruptedException {
        network();

        registry.switchModule(HAIYANG, "linkage", true);

        assertTrue(registry.get(HAIYANG).has("linkage"));
        assertEquals("cases,linkage", kept.get("modules"));
        assertEquals("海阳市政务服务中心", kept.get("name"));
        assertEquals("changed haiyang 2", next());

        registry.switchModule(HAIYANG, "cases", false);

        assertFalse(registry.get(HAIYANG).has("cases"));
        assertEquals("linkage", kept.get("modules"));
    }

    @Test
    public void whatIsNoModuleCannotBeSwitched() throws InterruptedException {
        network();

        assertEquals(
                TenancyError.MODULE_UNKNOWN,
                assertThrows(ProblemException.class, () -> registry.switchModule(HAIYANG, "casess", true))
                        .code());
        assertEquals(
                TenancyError.TENANT_UNKNOWN,
                assertThrows(
                                ProblemException.class,
                                () -> registry.switchModule(new TenantId("atlantis"), "cases", true))
                        .code());
    }

    @Test
    public void aRefusedFileIsMendedBeforeModulesAreSwitched() throws InterruptedException {
        network();
        Dictionary<String, Object> bad = haiyang("cases,Casess");
        registry.updated("pid-haiyang", bad);

        assertEquals(
                TenancyError.TENANT_INVALID,
                assertThrows(ProblemException.class, () -> registry.switchModule(HAIYANG, "linkage", true))
                        .code());
        assertTrue(registry.get(HAIYANG).has("cases"));
    }

    @Test
    public void theClockFollowsItsSetting() {
        clockSettings.updated(offset("P20D"));
        assertEquals(MACHINE.plus(Duration.ofDays(20)), registry.clock().instant());

        clockSettings.updated(offset("twenty days"));
        assertEquals(MACHINE.plus(Duration.ofDays(20)), registry.clock().instant());
        assertEquals("clock.offset", registry.refusals().get(0).key());

        clockSettings.updated(null);
        assertEquals(MACHINE, registry.clock().instant());
        assertEquals(List.of(), registry.refusals());
    }

    /** A machine's clock that stands, and is moved. */
    private static final class HeldClock implements PlatformClock {
        private Duration offset = Duration.ZERO;

        @Override
        public Clock clock() {
            return Clock.offset(machine(), offset);
        }

        @Override
        public Clock machine() {
            return Clock.fixed(MACHINE, ZoneOffset.UTC);
        }

        @Override
        public void moveBy(Duration newOffset) {
            offset = newOffset;
        }
    }

    private void network() throws InterruptedException {
        Dictionary<String, Object> yantai = haiyang("cases");
        yantai.put("id", "yantai");
        yantai.put("level", "city");
        yantai.put("division", "370600");
        yantai.remove("parent");
        registry.updated("pid-haiyang", kept);
        registry.updated("pid-yantai", yantai);
        assertEquals("changed yantai 1", next());
        assertEquals("changed haiyang 1", next());
    }

    private String next() throws InterruptedException {
        return news.poll(20, TimeUnit.SECONDS);
    }

    private static Dictionary<String, Object> haiyang(String modules) {
        Dictionary<String, Object> values = new Hashtable<>();
        values.put("service.pid", "pid-haiyang");
        values.put("felix.fileinstall.filename", "file:/etc/org.yichuang.tenant-haiyang.cfg");
        values.put("id", "haiyang");
        values.put("name", "海阳市政务服务中心");
        values.put("level", "county");
        values.put("parent", "yantai");
        values.put("division", "370687");
        values.put("modules", modules);
        return values;
    }

    private static Dictionary<String, Object> offset(String text) {
        Dictionary<String, Object> values = new Hashtable<>();
        values.put("clock.offset", text);
        return values;
    }

    /** Gives the one configuration that this test keeps. */
    private ConfigurationAdmin admin() {
        Configuration configuration = proxy(Configuration.class);
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConfigurationAdmin.class}, (self, method, arguments) -> {
                    assertEquals("getConfiguration", method.getName());
                    return configuration;
                });
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    assertTrue(
                            method.getName(), List.of("getProperties", "update").contains(method.getName()));
                    return method.getName().equals("getProperties") ? kept : null;
                }));
    }
}
