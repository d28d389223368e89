package org.yichuang.shell.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is there room on the disk? */
public class DiskCheck extends ModuleCheck {
    private static final long MEGABYTE = 1L << 20;
    private static final long TOO_LITTLE = 500;
    private static final long LITTLE = 2_000;

    private final Path base;

    /** @param base where the platform keeps its things */
    public DiskCheck(String base) {
        super("disk", DOCTOR);
        this.base = Path.of(base);
    }

    @Override
    protected List<Finding> look() {
        try {
            return List.of(judge(Files.getFileStore(base).getUsableSpace() / MEGABYTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Finding judge(long megabytes) {
        LocalizedMessage free = LocalizedMessage.of(DiskCheck.class, "disk-check.free", megabytes);
        LocalizedMessage advice = LocalizedMessage.of(DiskCheck.class, "disk-check.clear");
        if (megabytes < TOO_LITTLE) {
            return Finding.fail(free, advice);
        }
        return megabytes < LITTLE ? Finding.warn(free, advice) : Finding.ok(free);
    }
}
