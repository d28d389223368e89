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
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are the secret keys there, and for nobody but their owner to read? */
class KeyFileCheck extends ModuleCheck {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path keys;

    KeyFileCheck(Path base) {
        super("keys", DOCTOR);
        this.keys = base.resolve("keys");
    }

    @Override
    protected List<Finding> look() {
        if (!Files.exists(keys.resolve("journal.key"))) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(KeyFileCheck.class, "key-file-check.keys-journal-key-not-there"),
                    LocalizedMessage.of(KeyFileCheck.class, "key-file-check.restore-from-backup-nothing-verified")));
        }
        try (Stream<Path> files = Files.list(keys)) {
            List<Finding> findings = new ArrayList<>();
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                    findings.add(Finding.fail(
                            LocalizedMessage.of(
                                    KeyFileCheck.class, "key-file-check.others-may-read", file.getFileName()),
                            LocalizedMessage.of(
                                    KeyFileCheck.class,
                                    "key-file-check.chmod-600-keys-consider-replacing",
                                    file.getFileName())));
                }
            }
            return findings.isEmpty()
                    ? List.of(Finding.ok(LocalizedMessage.of(KeyFileCheck.class, "key-file-check.owner", all.size())))
                    : findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
