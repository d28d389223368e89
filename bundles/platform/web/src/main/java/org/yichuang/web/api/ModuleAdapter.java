package org.yichuang.web.api;

/**
 * What a surface makes of a module.
 *
 * @param <M> what modules offer
 * @param <S> what the surface keeps of it: a copy, because a module that has gone can no longer be asked for anything
 */
public interface ModuleAdapter<M, S> {
    /**
     * Reads what a module offers, once, when it comes.
     *
     * @throws IllegalArgumentException when it breaks a rule of the surface: the module is refused and the reason
     *     logged
     */
    S read(M module);

    /** The parts of its server. */
    ModuleParts parts(S snapshot);
}
