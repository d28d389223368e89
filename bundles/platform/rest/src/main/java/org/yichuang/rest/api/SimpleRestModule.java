package org.yichuang.rest.api;

import java.util.List;

/**
 * What a module gives to the REST door that has one root, which is its word, and one resource.
 *
 * @param module the module's word
 * @param resources the one JAX-RS resource
 */
public record SimpleRestModule(String module, List<Object> resources) implements RestModule {
    /** The resource of a module's root. */
    public SimpleRestModule(String module, Object resource) {
        this(module, List.of(resource));
    }

    @Override
    public List<String> roots() {
        return List.of(module);
    }
}
