package org.yichuang.tenancy.internal.domain;

import java.util.Map;

/**
 * A tenant's configuration as it was found.
 *
 * @param source its name for people, usually the file's
 * @param values keys and values, without those of the framework
 */
public record TenantFile(String source, Map<String, String> values) {
    public TenantFile {
        values = Map.copyOf(values);
    }
}
