package org.yichuang.tenancy.api;

/**
 * Whiteboard: a service of this type is told when modules come and go, and when it comes, of every module that is
 * there. Calls are serialised, outside of any lock of the registry, and must be short.
 */
public interface ModuleListener {
    /** A module has come, says something else of itself than before, or was there before this listener. */
    default void moduleAdded(ModuleDescriptor module) {}

    /** A module has gone. */
    default void moduleRemoved(ModuleDescriptor module) {}
}
