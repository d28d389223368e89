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
    private final KeyMaker maker = new KeyMaker(
            Wired.only(Tenants.class, Map.of("all", none -> List.copyOf(centres))), (KeyRing) Proxy.newProxyInstance(
                    KeyRing.class.getClassLoader(), new Class<?>[] {KeyRing.class}, (self, method, args) -> {
                        assertEquals("signing", method.getName());
                        asked.add(args[0].toString());
                        if (away) {
                            throw new IllegalStateException("the database is away");
                        }
                        return null;
                    }));

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

    private static Tenant centre(String id, String module) {
        return new Tenant(
                new TenantId(id),
                id,
                Level.COUNTY,
                Optional.empty(),
                new DivisionCode("370687"),
                Set.of(module),
                Map.of());
    }
}
