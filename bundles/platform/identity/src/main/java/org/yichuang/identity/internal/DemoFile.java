package org.yichuang.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.DurableFile;

/**
 * The file that tells the passwords of the demonstration accounts to its owner, and to nobody else. It is replaced as a
 * whole, so that it never holds half a line, and reaches the disk before any account is opened with what it says.
 */
final class DemoFile {
    private static final String HEADER = "tenant,account,roles,password";

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
        DurableFile.writeSecret(path, text.toString().getBytes(StandardCharsets.UTF_8));
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
