package org.yichuang.web.api;

import java.util.List;
import java.util.Optional;

/**
 * The modules of a surface that are reachable right now. Readers see one immutable picture; a module that comes or goes
 * makes a new one and touches no other module's server.
 *
 * @param <M> what modules offer
 * @param <S> what the surface keeps of it
 */
public interface ModuleHost<M, S> extends AutoCloseable {
    /**
     * Takes a module in. One that breaks a rule is refused with a line in the log; one whose root is taken waits
     * until it
     * becomes free.
     *
     * @param key stands for the module until it is removed
     */
    void add(Object key, M module);

    /** Lets a module go: at once for new requests, within ten seconds for those that run. */
    void remove(Object key);

    /** The module of a root, if it is there. */
    Optional<HostedModule<S>> find(String root);

    /** All that are there, in the order in which they came; another list whenever something has changed. */
    List<HostedModule<S>> all();

    /** Stops following and lets all modules go. */
    @Override
    void close();
}
