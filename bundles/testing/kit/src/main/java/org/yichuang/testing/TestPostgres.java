package org.yichuang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL of a test process, which is gone with it. */
public final class TestPostgres {
    /** A file system in memory, where there is one: databases are made and removed there ten times as fast. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String NAME = "yichuang-postgres-";
    /** Each folder says which process has made it. */
    private static final Pattern MADE_BY = Pattern.compile(NAME + "(\\d{1,10})-.*");

    private static final Logger LOG = Logger.getLogger(TestPostgres.class.getName());
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
                builder.setDataDirectory(Files.createTempDirectory(
                        MEMORY, NAME + ProcessHandle.current().pid() + "-"));
            }
            return builder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever was killed has left his server and its files, and memory is dear. What cannot be removed stays. */
    private static void removeWhatIsLeft() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(MEMORY, NAME + "*")) {
            for (Path folder : folders) {
                Matcher made = MADE_BY.matcher(folder.getFileName().toString());
                if (made.matches()
                        && Files.isReadable(folder)
                        && ProcessHandle.of(Long.parseLong(made.group(1))).isEmpty()) {
                    endServer(folder);
                    remove(folder);
                }
            }
        }
    }

    private static void endServer(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(TestPostgres::end);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "No server in " + folder, e);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, folder + " cannot be removed", e);
        }
    }
}
