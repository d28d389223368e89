package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.TenantId;

/** The home page looks into the catalogue now and then, not for every visitor. */
public class HomeOfferTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");

    private final AtomicInteger lookups = new AtomicInteger();
    private final HomeOffer offer = new HomeOffer((Catalogue) Proxy.newProxyInstance(
            Catalogue.class.getClassLoader(), new Class<?>[] {Catalogue.class}, (proxy, method, given) -> {
                if (method.getName().equals("departments")) {
                    return List.of("第" + lookups.incrementAndGet() + "次");
                }
                return new Page<>(List.of(), null);
            }));

    @Test
    public void aCentresOfferIsLookedUpOnceAMinute() {
        assertEquals(List.of("第1次"), offer.at(context("haiyang", 0)).departments());
        assertEquals(List.of("第1次"), offer.at(context("haiyang", 59)).departments());
        assertEquals(List.of("第2次"), offer.at(context("haiyang", 60)).departments());
    }

    @Test
    public void centresDoNotSeeEachOthersOffers() {
        offer.at(context("haiyang", 0));

        assertEquals(List.of("第2次"), offer.at(context("yantai", 0)).departments());
    }

    private static CallContext context(String tenant, int seconds) {
        return new CallContext(
                new TenantId(tenant),
                Actor.ANONYMOUS,
                AT.plusSeconds(seconds),
                "r",
                Optional.empty(),
                Optional.empty());
    }
}
