package org.yichuang.web.api;

/**
 * Builds a server of its own for every module that offers a service of some type, so that modules come and go alone.
 */
public interface ModuleHosts {
    /**
     * Follows the services of a type, from now until the host is closed.
     *
     * @param <M> what modules offer
     * @param <S> what the surface keeps of it
     * @param type the type of the services, of a bundle that has been started
     * @param adapter what the surface makes of a module
     */
    <M, S> ModuleHost<M, S> open(Class<M> type, ModuleAdapter<M, S> adapter);
}
