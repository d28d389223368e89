package org.yichuang.shell.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        super("disk", "磁盘", DOCTOR);
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
        String zh = "可用 " + megabytes + " MB";
        String en = megabytes + " MB are free";
        String adviceZh = "清理日志或扩大磁盘";
        String adviceEn = "Clear logs or enlarge the disk";
        if (megabytes < TOO_LITTLE) {
            return Finding.fail(zh, en, adviceZh, adviceEn);
        }
        return megabytes < LITTLE ? Finding.warn(zh, en, adviceZh, adviceEn) : Finding.ok(zh, en);
    }
}
