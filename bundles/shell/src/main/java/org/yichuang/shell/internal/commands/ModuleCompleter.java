package org.yichuang.shell.internal.commands;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ModuleDesk;

/** Offers the modules. */
@Service
public class ModuleCompleter extends WordCompleter {
    @Override
    Collection<String> words(Desk desk) {
        return ModuleDesk.words(desk);
    }
}
