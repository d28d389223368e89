package org.yichuang.linkage.internal.commands;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CentreCompleter;

/** Offers the centres that have linkage switched on. */
@Service
public class LinkageCentreCompleter extends CentreCompleter {
    public LinkageCentreCompleter() {
        super("linkage");
    }
}
