package org.yichuang.catalogue.internal.commands;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CentreCompleter;

/** Offers the centres that have catalogue switched on. */
@Service
public class CatalogueCentreCompleter extends CentreCompleter {
    public CatalogueCentreCompleter() {
        super("catalogue");
    }
}
