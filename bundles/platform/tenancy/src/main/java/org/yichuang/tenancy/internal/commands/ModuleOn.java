package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Switches a module on for a centre. */
@Command(scope = "module", name = "on", description = "Switches a module on for a centre (启用模块)")
@Service
public class ModuleOn extends ModuleSwitch {
    public ModuleOn() {
        super(true);
    }
}
