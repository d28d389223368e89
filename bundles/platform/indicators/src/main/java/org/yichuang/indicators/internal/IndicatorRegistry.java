package org.yichuang.indicators.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.kernel.api.ForeignCode;

/** The figures of the modules that are here, as they come and go, in the order of the modules' words. */
public class IndicatorRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(IndicatorRegistry.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9.-]+");

    private final Map<IndicatorProvider, List<Indicator>> byProvider = new IdentityHashMap<>();
    private volatile List<Indicator> all = List.of();

    /** Returns all figures. */
    public List<Indicator> all() {
        return all;
    }

    /** A module's figures have come. */
    public synchronized void bound(IndicatorProvider provider) {
        if (provider != null) {
            byProvider.put(provider, sound(provider));
            rebuild();
        }
    }

    /** Those that can be told by their id: a module's mistake takes no other module's figures away. */
    private static List<Indicator> sound(IndicatorProvider provider) {
        List<Indicator> sound = new ArrayList<>();
        ForeignCode.run(
                () -> provider.indicators().stream()
                        .filter(IndicatorRegistry::hasSoundId)
                        .forEach(sound::add),
                failure -> LOG.error(
                        "{} cannot say its indicators: those after {} are not shown",
                        provider.getClass().getName(),
                        sound.size(),
                        failure));
        return List.copyOf(sound);
    }

    private static boolean hasSoundId(Indicator indicator) {
        String id = indicator.definition().id();
        boolean isSound = ID.matcher(id).matches();
        if (!isSound) {
            LOG.error("{} is no indicator's id: it must be <module>.<figure>; it is not shown", id);
        }
        return isSound;
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
