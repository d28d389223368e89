package org.yichuang.indicators.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorProvider;

/** The figures of the modules that are here, as they come and go, in the order of the modules' words. */
public class IndicatorRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(IndicatorRegistry.class);

    private final Map<IndicatorProvider, List<Indicator>> byProvider = new IdentityHashMap<>();
    private volatile List<Indicator> all = List.of();

    /** Returns all figures. */
    public List<Indicator> all() {
        return all;
    }

    /** A module's figures have come. */
    public synchronized void bound(IndicatorProvider provider) {
        if (provider != null) {
            byProvider.put(provider, List.copyOf(provider.indicators()));
            rebuild();
        }
    }

    /** A module's figures go. */
    public synchronized void unbound(IndicatorProvider provider) {
        if (provider != null) {
            byProvider.remove(provider);
            rebuild();
        }
    }

    private void rebuild() {
        List<Indicator> found = new ArrayList<>();
        for (List<Indicator> some : byProvider.values()) {
            for (Indicator each : some) {
                String id = each.definition().id();
                if (found.stream().anyMatch(other -> other.definition().id().equals(id))) {
                    LOG.warn("There are two indicators {}: one of them is not shown", id);
                } else {
                    found.add(each);
                }
            }
        }
        found.sort((one, other) ->
                one.definition().module().compareTo(other.definition().module())); // stable within a module
        all = List.copyOf(found);
    }
}
