package org.yichuang.web.internal.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleAdapter;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.ModuleParts;

/** Servers by module. A module that was refused because its root is taken is tried again when another one leaves. */
final class DefaultModuleHost<M, S> implements ModuleHost<M, S> {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultModuleHost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ModuleAdapter<M, S> adapter;
    private final EventStreams streams;
    private final Map<Object, CxfModuleServer<S>> servers = new LinkedHashMap<>();
    private final Map<Object, M> waiting = new LinkedHashMap<>();
    private volatile Snapshot<S> snapshot = new Snapshot<>(Map.of(), List.of());

    DefaultModuleHost(ModuleAdapter<M, S> adapter, EventStreams streams) {
        this.adapter = adapter;
        this.streams = streams;
    }

    @Override
    public synchronized void add(Object key, M module) {
        String name = module.getClass().getName();
        ForeignCode.run(() -> serve(key, module), failure -> {
            LOG.error("Module {} is refused: {}", name, String.valueOf(failure));
            LOG.debug("Refused", failure);
        });
    }

    private void serve(Object key, M module) {
        S read = adapter.read(module);
        ModuleParts parts = adapter.parts(read);
        Optional<String> taken =
                parts.roots().stream().filter(snapshot.byRoot()::containsKey).findFirst();
        if (taken.isPresent()) {
            String owner = snapshot.byRoot().get(taken.get()).word();
            waiting.put(key, module);
            LOG.error("Module {} waits: its root '{}' belongs to {}", parts.word(), taken.get(), owner);
            return;
        }
        servers.put(key, start(read, parts));
        rebuild();
        LOG.info("Module {} is reachable under {}", parts.word(), parts.roots());
    }

    private CxfModuleServer<S> start(S read, ModuleParts parts) {
        try {
            return new CxfModuleServer<>(read, parts, streams);
        } catch (ServletException e) {
            throw new IllegalStateException("Its server does not start", e);
        }
    }

    @Override
    public void remove(Object key) {
        CxfModuleServer<S> leaving;
        synchronized (this) {
            waiting.remove(key);
            leaving = servers.remove(key);
            rebuild();
        }
        if (leaving == null) {
            return;
        }
        if (!leaving.close(PATIENCE)) {
            LOG.warn("Module {} left while requests were still running", leaving.word());
        }
        synchronized (this) {
            Map<Object, M> again = new LinkedHashMap<>(waiting);
            waiting.clear();
            again.forEach(this::add);
        }
    }

    @Override
    public void close() {
        List<Object> keys;
        synchronized (this) {
            waiting.clear();
            keys = List.copyOf(servers.keySet());
        }
        keys.forEach(this::remove);
    }

    private void rebuild() {
        Map<String, HostedModule<S>> byRoot = new HashMap<>();
        for (CxfModuleServer<S> server : servers.values()) {
            for (String root : server.roots()) {
                byRoot.put(root, server);
            }
        }
        snapshot = new Snapshot<>(Map.copyOf(byRoot), List.copyOf(servers.values()));
    }

    @Override
    public Optional<HostedModule<S>> find(String root) {
        return Optional.ofNullable(snapshot.byRoot().get(root));
    }

    @Override
    public List<HostedModule<S>> all() {
        return snapshot.all();
    }

    private record Snapshot<S>(Map<String, HostedModule<S>> byRoot, List<HostedModule<S>> all) {}
}
