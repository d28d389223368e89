package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.ReadinessCheck;
import org.yichuang.rest.internal.Health.Missing;
import org.yichuang.web.internal.server.DefaultModuleHosts;

public class HealthTest {
    @Rule
    public final TemporaryFolder etc = new TemporaryFolder();

    private final Fakes.FakeTenants tenants = new Fakes.FakeTenants();
    private final RestSettings settings = new RestSettings();
    private final List<ReadinessCheck> checks = new ArrayList<>();
    private final ApiModules modules = new ApiModules(Json.mapper(), new Validation(), (state, refusal) -> {});
    private boolean databaseAnswers = true;

    @Before
    public void expectNothing() throws Exception {
        modules.open(new DefaultModuleHosts());
        settings.updated(new Hashtable<>(Map.of("expected", "")));
    }

    @Test
    public void withEverythingInOrderNothingIsMissing() throws Exception {
        tenants.put("yantai");
        configure("yantai");
        checks.add(check(Optional.empty()));

        assertEquals(List.of(), missing());
    }

    @Test
    public void aDatabaseThatDoesNotAnswerIsMissing() {
        databaseAnswers = false;

        assertEquals("database", missing().get(0).what());
    }

    @Test
    public void everyConfiguredTenantIsWaitedFor() throws Exception {
        configure("yantai");
        configure("haiyang");
        tenants.put("yantai");

        assertEquals(List.of(new Missing("tenants", "1 of 2 tenants are loaded")), missing());
    }

    @Test
    public void everyExpectedModuleIsWaitedFor() throws Exception {
        settings.updated(new Hashtable<>(Map.of("expected", "cases, linkage")));

        assertEquals(List.of(new Missing("modules", "not there yet: cases, linkage")), missing());
    }

    @Test
    public void whatAModuleChecksCounts() {
        checks.add(check(Optional.of("still counting")));
        checks.add(new ReadinessCheck() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Optional<String> trouble() {
                throw new IllegalStateException("broken check");
            }
        });

        assertEquals("thing: still counting", missing().get(0).why());
        assertTrue(missing().get(1).why().contains("broken check"));
    }

    private List<Missing> missing() {
        Health health = new Health(
                database(),
                tenants,
                new Fakes.FakeSignIn(),
                modules,
                checks,
                etc.getRoot().toPath(),
                settings,
                new ResponseWriter(Json.mapper()));
        return health.missing();
    }

    private void configure(String tenant) throws Exception {
        Files.createFile(etc.getRoot().toPath().resolve("org.yichuang.tenant-" + tenant + ".cfg"));
    }

    private static ReadinessCheck check(Optional<String> trouble) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return "thing";
            }

            @Override
            public Optional<String> trouble() {
                return trouble;
            }
        };
    }

    private DataSource database() {
        ClassLoader loader = getClass().getClassLoader();
        Connection connection = (Connection) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> method.getName().equals("isValid") ? Boolean.TRUE : null);
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    if (!databaseAnswers) {
                        throw new SQLException("away");
                    }
                    return connection;
                });
    }
}
