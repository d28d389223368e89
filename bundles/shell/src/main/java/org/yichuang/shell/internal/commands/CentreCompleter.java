package org.yichuang.shell.internal.commands;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;

/** Offers all centres. */
@Service
public class CentreCompleter extends WordCompleter {
    @Override
    Collection<String> words(Desk desk) {
        return desk.tenants().all().stream().map(tenant -> tenant.id().value()).toList();
    }
}
