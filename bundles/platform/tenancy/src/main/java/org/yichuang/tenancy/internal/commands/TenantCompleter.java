package org.yichuang.tenancy.internal.commands;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreDirectory;
import org.yichuang.shell.api.WordCompleter;

/** Offers all centres. */
@Service
public class TenantCompleter extends WordCompleter {
    @Reference
    CentreDirectory directory;

    @Override
    protected Collection<String> words() {
        return directory.centres().stream().map(TenantId::value).toList();
    }
}
