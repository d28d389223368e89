package org.yichuang.tenancy.internal.commands;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.WordCompleter;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Offers the modules that are installed or switched on somewhere. */
@Service
public class ModuleCompleter extends WordCompleter {
    @Reference
    Tenants tenants;

    @Reference
    ModuleRegistry modules;

    @Override
    protected Collection<String> words() {
        return new ModuleTable(tenants, modules).words();
    }
}
