package org.yichuang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL of a test process, which is gone with it. */
public final class TestPostgres {
    /** A file system in memory, where there is one: databases are made and removed there ten times as fast. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String NAME = "yichuang-postgres";
    /** Room for some hundred databases, in bytes. */
    private static final long ENOUGH = 4L << 30;

    private TestPostgres() {}

    /**
     * One that need not survive anything, its files in memory where there is enough of that; else in the folder for
     * temporary files.
     */
    public static EmbeddedPostgres.Builder inMemory() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off");
        try {
            if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH) {
                removeWhatIsLeft();
                builder.setDataDirectory(Files.createTempDirectory(MEMORY, NAME));
            }
            return builder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever was killed has left his files, and memory is dear. */
    private static void removeWhatIsLeft() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(MEMORY, NAME + "*")) {
            for (Path folder : folders) {
                if (isLeft(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        Path process = folder.resolve("postmaster.pid");
        if (Files.exists(process)) {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(process).get(0).trim()))
                    .isEmpty();
        }
        FileTime made = Files.getLastModifiedTime(folder);
        return made.toInstant().isBefore(Instant.now().minus(Duration.ofMinutes(10)));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
