package org.yichuang.shell.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Is there room on the disk? */
class DiskCheck implements Check {
    private static final long MEGABYTE = 1L << 20;
    private static final long TOO_LITTLE = 500;
    private static final long LITTLE = 2_000;

    private final Path base;

    DiskCheck(Path base) {
        this.base = base;
    }

    @Override
    public String name() {
        return "磁盘 disk";
    }

    @Override
    public List<Finding> run() {
        try {
            return List.of(judge(Files.getFileStore(base).getUsableSpace() / MEGABYTE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Finding judge(long megabytes) {
        String zh = "可用 " + megabytes + " MB";
        String en = megabytes + " MB are free";
        String advice = "清理日志或扩大磁盘 / Clear logs or enlarge the disk";
        if (megabytes < TOO_LITTLE) {
            return Finding.fail(name(), zh, en, advice);
        }
        return megabytes < LITTLE ? Finding.warn(name(), zh, en, advice) : Finding.ok(name(), zh, en);
    }
}
