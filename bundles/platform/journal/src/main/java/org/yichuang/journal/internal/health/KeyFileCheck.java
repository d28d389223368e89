package org.yichuang.journal.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are the secret keys there, and for nobody but their owner to read? */
class KeyFileCheck extends ModuleCheck {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path keys;

    KeyFileCheck(Path base) {
        super("keys", "密钥", DOCTOR);
        this.keys = base.resolve("keys");
    }

    @Override
    protected List<Finding> look() {
        if (!Files.exists(keys.resolve("journal.key"))) {
            return List.of(Finding.fail(
                    "审计链密钥 keys/journal.key 不存在",
                    "keys/journal.key is not there",
                    "从备份恢复；没有它无法校验审计链",
                    "Restore it from the backup: nothing can be verified without it"));
        }
        try (Stream<Path> files = Files.list(keys)) {
            List<Finding> findings = new ArrayList<>();
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                    findings.add(Finding.fail(
                            file.getFileName() + " 可被他人读取",
                            "Others may read " + file.getFileName(),
                            "chmod 600 keys/" + file.getFileName() + "，并考虑更换",
                            "chmod 600 keys/" + file.getFileName() + ", and consider replacing it"));
                }
            }
            return findings.isEmpty()
                    ? List.of(Finding.ok(all.size() + " 个，仅所有者可读", all.size() + ", for the owner only"))
                    : findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
