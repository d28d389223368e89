package org.yichuang.shell.internal.doctor;

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

/** Are the secret keys there, and for nobody but their owner to read? */
class KeyFileCheck implements Check {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path keys;

    KeyFileCheck(Path base) {
        this.keys = base.resolve("keys");
    }

    @Override
    public String name() {
        return "密钥 keys";
    }

    @Override
    public List<Finding> run() {
        if (!Files.exists(keys.resolve("journal.key"))) {
            return List.of(Finding.fail(
                    name(),
                    "审计链密钥 keys/journal.key 不存在",
                    "keys/journal.key is not there",
                    "从备份恢复；没有它无法校验审计链 / Restore it from the backup: nothing can be verified without it"));
        }
        try (Stream<Path> files = Files.list(keys)) {
            List<Finding> findings = new ArrayList<>();
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                    findings.add(Finding.fail(
                            name(),
                            file.getFileName() + " 可被他人读取",
                            "Others may read " + file.getFileName(),
                            "chmod 600 keys/" + file.getFileName()
                                    + "，并考虑更换 / Close it to others, and consider replacing it"));
                }
            }
            return findings.isEmpty()
                    ? List.of(Finding.ok(name(), all.size() + " 个，仅所有者可读", all.size() + ", for the owner only"))
                    : findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
