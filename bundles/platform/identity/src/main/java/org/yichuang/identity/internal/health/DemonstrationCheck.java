package org.yichuang.identity.internal.health;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are the accounts of the demonstration open, where it is asked for? */
class DemonstrationCheck extends ModuleCheck {
    private final BooleanSupplier complete;

    DemonstrationCheck(BooleanSupplier complete) {
        super("demonstration-accounts", "演示账号开设", READY);
        this.complete = complete;
    }

    @Override
    protected List<Finding> look() {
        return List.of(
                complete.getAsBoolean()
                        ? Finding.ok("没有等待开设的演示账号", "No account of the demonstration waits")
                        : Finding.notYet("正在开设演示账号", "Demonstration accounts are being opened"));
    }
}
