package org.yichuang.shell.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Do passwords of the demonstration lie about where there is none? */
class DemoAccountsCheck implements Check {
    private static final String FILE = "demo-accounts.csv";

    private final Settings settings;
    private final Path file;

    DemoAccountsCheck(Settings settings, Path base) {
        this.settings = settings;
        this.file = base.resolve(FILE);
    }

    @Override
    public String name() {
        return "演示账号 demo accounts";
    }

    @Override
    public List<Finding> run() {
        boolean demo = settings.value("org.yichuang.identity", "demo")
                .filter("true"::equals)
                .isPresent();
        if (!Files.exists(file)) {
            return List.of(Finding.ok(name(), "没有 " + FILE, "There is no " + FILE));
        }
        if (!demo) {
            return List.of(Finding.warn(
                    name(),
                    "这不是演示环境，却有 " + FILE,
                    "This is no demonstration, but there is " + FILE,
                    "停用这些账号并删除该文件 / Block these accounts and delete the file"));
        }
        return List.of(
                isOpen()
                        ? Finding.fail(name(), FILE + " 可被他人读取", "Others may read " + FILE, "chmod 600 " + FILE)
                        : Finding.ok(name(), "演示环境，口令仅所有者可读", "A demonstration; its passwords are for the owner only"));
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
