package org.yichuang.catalogue.internal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.view.Audience;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;

/** What a centre's home page shows of its catalogue; looked up once a minute, as everybody sees the same. */
final class HomeOffer {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_CENTRES = 5_000;
    private static final int SHOWN = 6;
    private static final int LOOKED_AT = 50;

    private final Catalogue catalogue;
    private final Map<TenantId, Offer> known = new ConcurrentHashMap<>();

    HomeOffer(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is shown.
     *
     * @param items some items of each audience, those that serve nobody else first
     * @param departments all departments
     * @param learnt when it was looked up
     */
    record Offer(Map<Audience, List<ItemVersion>> items, List<String> departments, Instant learnt) {
        private boolean isFresh(Instant now) {
            return Duration.between(learnt, now).abs().compareTo(FRESH) < 0;
        }
    }

    Offer at(CallContext context) {
        Offer offer = known.get(context.tenant());
        if (offer == null || !offer.isFresh(context.at())) {
            offer = find(context);
            if (known.size() >= MOST_CENTRES) {
                known.clear();
            }
            known.put(context.tenant(), offer);
        }
        return offer;
    }

    private Offer find(CallContext context) {
        Map<Audience, List<ItemVersion>> items = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            items.put(
                    audience,
                    catalogue.search(audience.query(), PageRequest.of(LOOKED_AT, null), context).items().stream()
                            .sorted(Comparator.comparing(item -> !audience.isOnlyOne(item.definition())))
                            .limit(SHOWN)
                            .toList());
        }
        return new Offer(items, catalogue.departments(context), context.at());
    }
}
