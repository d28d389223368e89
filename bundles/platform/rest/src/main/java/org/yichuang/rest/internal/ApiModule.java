package org.yichuang.rest.internal;

import java.util.List;
import org.yichuang.rest.api.RestModule;

/**
 * What is kept of a module.
 *
 * @param word its word
 * @param roots the first path segments that belong to it
 * @param resources its JAX-RS resources
 * @param operations what they offer
 * @param largestBody the largest body it takes, in bytes
 */
record ApiModule(String word, List<String> roots, List<Object> resources, Operations operations, long largestBody) {

    /**
     * Reads what a module offers.
     *
     * @throws IllegalArgumentException when one of its operations has no access rule or lies outside of its roots
     */
    static ApiModule of(RestModule module) {
        return new ApiModule(
                module.module(),
                List.copyOf(module.roots()),
                List.copyOf(module.resources()),
                Operations.of(module),
                module.largestBody());
    }
}
