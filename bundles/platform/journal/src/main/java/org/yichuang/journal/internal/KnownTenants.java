package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.TenantDirectory;
import org.yichuang.kernel.api.TenantId;

/** The tenants that the directories name at this moment. */
public class KnownTenants {
    private final List<TenantDirectory> directories;

    /**
     * @param directories it changes as bundles come and go
     */
    public KnownTenants(List<TenantDirectory> directories) {
        this.directories = directories;
    }

    List<TenantId> all() {
        return directories.stream()
                .flatMap(directory -> directory.tenants().stream())
                .distinct()
                .toList();
    }
}
