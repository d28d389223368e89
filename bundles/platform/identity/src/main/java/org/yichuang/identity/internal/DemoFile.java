package org.yichuang.identity.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that tells the passwords of the demonstration accounts to its owner, and to nobody else. It is replaced as a
 * whole, so that it never holds half a line, and reaches the disk before any account is opened with what it says.
 */
final class DemoFile {
    private static final String HEADER = "tenant,account,roles,password";
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    DemoFile(Path path) {
        this.path = path;
    }

    /** The rows by tenant and account. */
    Map<String, Row> read() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                Row.parse(line).ifPresent(row -> rows.put(row.key(), row));
            }
        }
        return rows;
    }

    void write(Iterable<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Row row : rows) {
            text.append(row.line()).append('\n');
        }
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly(next));
        try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * One account.
     *
     * @param roles keys separated by semicolons
     */
    record Row(String tenant, String account, String roles, String password) {
        String key() {
            return tenant + "/" + account;
        }

        private String line() {
            return String.join(",", List.of(tenant, account, roles, password));
        }

        private static Optional<Row> parse(String line) {
            String[] cells = line.split(",", -1);
            return cells.length == 4 && !line.equals(HEADER)
                    ? Optional.of(new Row(cells[0], cells[1], cells[2], cells[3]))
                    : Optional.empty();
        }
    }
}
