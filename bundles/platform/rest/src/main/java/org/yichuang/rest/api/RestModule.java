package org.yichuang.rest.api;

import java.util.List;

/**
 * Whiteboard: what a module gives to the REST door. The door builds a server of its own for it, so that modules come
 * and go without touching each other. A module with an operation that carries no access rule ({@code
 * RequiresPermission}, {@code AllowSignedIn}, {@code AllowEveryone}) is refused.
 */
public interface RestModule {
    /** The module's word, which is switched on or off per tenant ({@code cases}); platform words are always on. */
    String module();

    /** The first path segments after the tenant that belong to it, e.g. {@code cases}, {@code progress}. */
    List<String> roots();

    /** JAX-RS resource objects; class-level path {@code /{tenant}/…}. They take {@code @Context CallContext}. */
    List<Object> resources();

    /** The largest body it takes, in bytes, unless the door's own limit is smaller. */
    default long largestBody() {
        return 1L << 20;
    }
}
