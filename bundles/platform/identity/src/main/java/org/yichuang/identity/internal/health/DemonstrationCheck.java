package org.yichuang.identity.internal.health;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are the accounts of the demonstration open, where it is asked for? */
class DemonstrationCheck extends ModuleCheck {
    private final BooleanSupplier complete;

    DemonstrationCheck(BooleanSupplier complete) {
        super("demonstration-accounts", READY);
        this.complete = complete;
    }

    @Override
    protected List<Finding> look() {
        return List.of(
                complete.getAsBoolean()
                        ? Finding.ok(LocalizedMessage.of(
                                DemonstrationCheck.class, "demonstration-check.no-account-demonstration-waits"))
                        : Finding.notYet(LocalizedMessage.of(
                                DemonstrationCheck.class, "demonstration-check.demonstration-accounts-being-opened")));
    }
}
