package org.yichuang.shell.api;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.yichuang.kernel.api.TenantId;

/** Offers the centres that have a module switched on; a module derives its own and makes it a Karaf service. */
public abstract class CentreCompleter extends WordCompleter {
    @Reference
    CentreDirectory directory;

    private final String module;

    /** @param module the module's word */
    protected CentreCompleter(String module) {
        this.module = module;
    }

    @Override
    protected Collection<String> words() {
        return directory.centresWith(module).stream().map(TenantId::value).toList();
    }
}
