package org.yichuang.rest.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.rest.api.RestModule;

/**
 * The modules that are reachable right now. Readers see one immutable picture; a module that comes or goes makes a new
 * one and touches no other module's server.
 */
final class Modules {
    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Never switched off for a tenant. */
    private static final Set<String> PLATFORM =
            Set.of("kernel", "tenancy", "journal", "identity", "documents", "rest", "pages");

    /** Roots of modules that are known to exist, whether installed or not: they are off, not unknown. */
    private static final Map<String, String> KNOWN_ROOTS = Map.ofEntries(
            Map.entry("catalogue", "catalogue"),
            Map.entry("windows", "windows"),
            Map.entry("cases", "cases"),
            Map.entry("progress", "cases"),
            Map.entry("materials", "cases"),
            Map.entry("exchange", "linkage"),
            Map.entry("fees", "fees"),
            Map.entry("disclosure", "disclosure"),
            Map.entry("procurement", "procurement"),
            Map.entry("supervision", "supervision"));

    private final Factory factory;
    private final Map<Object, ModuleServer> servers = new LinkedHashMap<>();
    private volatile Picture picture = new Picture(Map.of(), KNOWN_ROOTS, List.of());

    Modules(Factory factory) {
        this.factory = factory;
    }

    /** Takes a module in; one that breaks the rules of the door is refused with a line in the log. */
    synchronized void add(Object key, RestModule module) {
        try {
            for (String root : module.roots()) {
                ModuleServer present = picture.byRoot().get(root);
                if (present != null) {
                    throw new IllegalArgumentException("the root " + root + " belongs to " + present.word());
                }
            }
            servers.put(key, factory.serve(module, Operations.of(module)));
            redraw();
            LOG.info("Module {} is reachable under {}", module.module(), module.roots());
        } catch (IllegalArgumentException e) {
            LOG.error("Module {} is refused: {}", module.module(), e.getMessage());
        }
    }

    /** Lets a module go: at once for new requests, patiently for those that are running. */
    void remove(Object key) {
        ModuleServer leaving;
        synchronized (this) {
            leaving = servers.remove(key);
            redraw();
        }
        if (leaving != null && !leaving.close(PATIENCE)) {
            LOG.warn("Module {} left while requests were still running", leaving.word());
        }
    }

    /** Lets all modules go. */
    void clear() {
        List<Object> keys;
        synchronized (this) {
            keys = new ArrayList<>(servers.keySet());
        }
        keys.forEach(this::remove);
    }

    private void redraw() {
        Map<String, ModuleServer> byRoot = new HashMap<>();
        Map<String, String> roots = new HashMap<>(picture.roots());
        for (ModuleServer server : servers.values()) {
            for (String root : server.module().roots()) {
                byRoot.put(root, server);
                roots.put(root, server.word());
            }
        }
        picture = new Picture(Map.copyOf(byRoot), Map.copyOf(roots), List.copyOf(servers.values()));
    }

    /** The server of a path's root, if its module is there. */
    Optional<ModuleServer> at(String root) {
        return Optional.ofNullable(picture.byRoot().get(root));
    }

    /** The word of the module that a root belongs to, there or not; empty when nobody ever claimed it. */
    Optional<String> owner(String root) {
        return Optional.ofNullable(picture.roots().get(root));
    }

    /** Tells whether a module can be switched off for a tenant. */
    static boolean isSwitchable(String word) {
        return !PLATFORM.contains(word);
    }

    /** The words of the modules that are there. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        picture.all().forEach(server -> words.add(server.word()));
        return words;
    }

    /** The servers that are there; another list whenever something has changed. */
    Collection<ModuleServer> all() {
        return picture.all();
    }

    /** Builds a module's server. */
    @FunctionalInterface
    interface Factory {
        ModuleServer serve(RestModule module, Operations operations);
    }

    private record Picture(Map<String, ModuleServer> byRoot, Map<String, String> roots, List<ModuleServer> all) {}
}
