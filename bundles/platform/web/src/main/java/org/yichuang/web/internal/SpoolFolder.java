package org.yichuang.web.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where bodies lie that are too large for memory: a folder of this process alone, which holds a lock in it as long as
 * it lives. Folders whose owner is gone, with whatever a killed process has left in them, are deleted at the start.
 */
public final class SpoolFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
    private static final String LOCK = "owner.lock";

    private final Path folder;
    private final FileChannel lock;

    private SpoolFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Deletes what dead processes have left, and makes a folder.
     *
     * @param base holds the folders of all processes that share it, e.g. the instance's temporary folder
     */
    public static SpoolFolder open(String base) {
        try {
            Path spool = Files.createDirectories(Path.of(base, "spool"));
            try (FileChannel turn = FileChannel.open(
                            spool.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ours = turn.lock()) {
                deleteAbandoned(spool);
                Path own = Files.createTempDirectory(spool, "process");
                FileChannel lock =
                        FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                lock.lock();
                LOG.debug("Bodies are kept in {} ({})", own, ours);
                return new SpoolFolder(own, lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAbandoned(Path spool) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(spool)) {
            for (Path other : folders) {
                try {
                    if (isAbandoned(other)) {
                        delete(other);
                    }
                } catch (IOException e) {
                    LOG.warn("{} could not be deleted: {}", other, e.toString());
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        if (!Files.exists(lock)) { // killed before it locked: whoever is about to lock has the turn, as we have now
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Makes an empty file of this process; whoever asks deletes it. */
    Path createFile() throws IOException {
        return Files.createTempFile(folder, "body", ".bin");
    }

    /** Deletes the folder. */
    @Override
    public void close() {
        try {
            lock.close();
            delete(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", folder, e.toString());
        }
    }
}
