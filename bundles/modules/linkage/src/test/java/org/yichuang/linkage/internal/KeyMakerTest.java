package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

public class KeyMakerTest {
    private final List<Tenant> centres = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean away;
    private final Tenants tenants = Wired.only(
            Tenants.class, Map.of("all", none -> List.copyOf(centres), "find", asked -> find((TenantId) asked[0])));
    private final KeyRing keys = (KeyRing) Proxy.newProxyInstance(
            KeyRing.class.getClassLoader(), new Class<?>[] {KeyRing.class}, (self, method, args) -> {
                assertEquals("signing", method.getName());
                asked.add(args[0].toString());
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                return null;
            });
    private final KeyMaker maker = new KeyMaker(tenants, keys, TestPlaces.of(tenants));

    @After
    public void stop() {
        maker.stop();
    }

    @Test
    public void aCentreOfWhichNoNewsCameGetsItsKeyAllTheSame() {
        maker.look();
        centres.add(centre("haiyang", "linkage"));

        maker.look();

        assertEquals(List.of("haiyang"), asked);
    }

    @Test
    public void aKeyThatCouldNotBeMadeIsTriedAgainAndOneThatCouldIsNot() {
        centres.add(centre("haiyang", "linkage"));
        away = true;
        maker.look();
        away = false;

        maker.look();
        maker.look();

        assertEquals(List.of("haiyang", "haiyang"), asked);
    }

    @Test
    public void aCentreWithoutTheModuleNeedsNoKey() {
        centres.add(centre("haiyang", "cases"));

        maker.look();

        assertEquals(List.of(), asked);
    }

    @Test
    public void aCentreThatLivesElsewhereGetsNoKeyHereUntilItComes() {
        centres.add(centre("yantai", "linkage", Map.of("exchange.transport", "jms:queue:yichuang.{receiver}")));
        maker.look();
        assertEquals(List.of(), asked);

        centres.set(0, centre("yantai", "linkage"));
        maker.look();

        assertEquals(List.of("yantai"), asked);
    }

    private Optional<Tenant> find(TenantId id) {
        return centres.stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    private static Tenant centre(String id, String module) {
        return centre(id, module, Map.of());
    }

    private static Tenant centre(String id, String module, Map<String, String> policies) {
        return new Tenant(
                new TenantId(id),
                id,
                Level.COUNTY,
                Optional.empty(),
                new DivisionCode("370687"),
                Set.of(module),
                policies);
    }
}
