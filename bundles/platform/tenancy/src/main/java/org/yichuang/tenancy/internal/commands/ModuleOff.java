package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Switches a module off for a centre; its data stay. */
@Command(scope = "module", name = "off", description = "Switches a module off for a centre; its data stay (停用模块)")
@Service
public class ModuleOff extends ModuleSwitch {
    public ModuleOff() {
        super(false);
    }
}
