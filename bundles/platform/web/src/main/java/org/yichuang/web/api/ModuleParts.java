package org.yichuang.web.api;

import java.util.List;

/**
 * What a module's server is made of.
 *
 * @param word the module's word
 * @param roots the first path segments after the centre that belong to it
 * @param resources JAX-RS resource objects
 * @param providers JAX-RS filters, mappers, readers and writers
 * @param interceptor what happens between the reading of a request and its resource method
 */
public record ModuleParts(
        String word,
        List<String> roots,
        List<Object> resources,
        List<Object> providers,
        OperationInterceptor interceptor) {
    public ModuleParts {
        roots = List.copyOf(roots);
        resources = List.copyOf(resources);
        providers = List.copyOf(providers);
    }
}
