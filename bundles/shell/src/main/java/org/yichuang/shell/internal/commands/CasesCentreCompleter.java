package org.yichuang.shell.internal.commands;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;

/** Offers the centres that have cases switched on. */
@Service
public class CasesCentreCompleter extends WordCompleter {
    @Override
    Collection<String> words(Desk desk) {
        return desk.tenants().all().stream()
                .filter(tenant -> tenant.has("cases"))
                .map(tenant -> tenant.id().value())
                .toList();
    }
}
