package org.yichuang.identity.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do passwords of the demonstration lie about where there is none? */
class DemoAccountsCheck extends ModuleCheck {
    private static final String FILE = "demo-accounts.csv";

    private final BooleanSupplier demonstration;
    private final Path file;

    DemoAccountsCheck(BooleanSupplier demonstration, Path base) {
        super("demo-accounts", DOCTOR);
        this.demonstration = demonstration;
        this.file = base.resolve(FILE);
    }

    @Override
    protected List<Finding> look() {
        if (!Files.exists(file)) {
            return List.of(
                    Finding.ok(LocalizedMessage.of(DemoAccountsCheck.class, "demo-accounts-check.there-no", FILE)));
        }
        if (!demonstration.getAsBoolean()) {
            return List.of(Finding.warn(
                    LocalizedMessage.of(
                            DemoAccountsCheck.class, "demo-accounts-check.no-demonstration-but-there", FILE),
                    LocalizedMessage.of(
                            DemoAccountsCheck.class, "demo-accounts-check.block-these-accounts-delete-file")));
        }
        return List.of(
                isOpen()
                        ? Finding.fail(
                                LocalizedMessage.of(
                                        DemoAccountsCheck.class, "demo-accounts-check.others-may-read", FILE),
                                LocalizedMessage.verbatim("chmod 600 " + FILE))
                        : Finding.ok(LocalizedMessage.of(
                                DemoAccountsCheck.class, "demo-accounts-check.demonstration-passwords-owner")));
    }

    private boolean isOpen() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
