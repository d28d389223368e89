package org.yichuang.cases.internal.commands;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CentreCompleter;

/** Offers the centres that have cases switched on. */
@Service
public class CasesCentreCompleter extends CentreCompleter {
    public CasesCentreCompleter() {
        super("cases");
    }
}
