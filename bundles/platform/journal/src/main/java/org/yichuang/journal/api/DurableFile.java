package org.yichuang.journal.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are replaced as a whole and are on the disk when the call returns: after a crash or a power cut there is
 * the old content or the new one, never a part, and the name stays known to the folder. A draft beside the file
 * ({@code <name>.new}) is written, forced and moved into its place; then the folder is forced.
 */
public final class DurableFile {
    private static final Set<StandardOpenOption> AS_NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private DurableFile() {}

    /**
     * Writes a file, in place of one that is there.
     *
     * @param file in a folder that there is
     * @throws IOException when it cannot be written; what was there before is still there
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /**
     * Writes a file that nobody but its owner can read, in place of one that is there; a folder that is missing is made
     * and is the owner's alone, too. Where a file system knows no owners, whoever reaches the folder reads the file.
     *
     * @throws IOException when it cannot be written; what was there before is still there
     */
    public static void writeSecret(Path file, byte[] content) throws IOException {
        Files.createDirectories(folder(file), ownerOnly(file, "rwx------"));
        write(file, content, ownerOnly(file, "rw-------"));
    }

    /**
     * Forces a folder: a new name in it is on the disk only then.
     *
     * @throws IOException when the disk does not take it
     */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void write(Path file, byte[] content, FileAttribute<?>[] attributes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(draft, AS_NEW, attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder(file));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
