package org.yichuang.identity.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do passwords of the demonstration lie about where there is none? */
class DemoAccountsCheck extends ModuleCheck {
    private static final String FILE = "demo-accounts.csv";

    private final BooleanSupplier demonstration;
    private final Path file;

    DemoAccountsCheck(BooleanSupplier demonstration, Path base) {
        super("demo-accounts", "演示账号", DOCTOR);
        this.demonstration = demonstration;
        this.file = base.resolve(FILE);
    }

    @Override
    protected List<Finding> look() {
        if (!Files.exists(file)) {
            return List.of(Finding.ok("没有 " + FILE, "There is no " + FILE));
        }
        if (!demonstration.getAsBoolean()) {
            return List.of(Finding.warn(
                    "这不是演示环境，却有 " + FILE,
                    "This is no demonstration, but there is " + FILE,
                    "停用这些账号并删除该文件",
                    "Block these accounts and delete the file"));
        }
        return List.of(
                isOpen()
                        ? Finding.fail(
                                FILE + " 可被他人读取", "Others may read " + FILE, "chmod 600 " + FILE, "chmod 600 " + FILE)
                        : Finding.ok("演示环境，口令仅所有者可读", "A demonstration; its passwords are for the owner only"));
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
