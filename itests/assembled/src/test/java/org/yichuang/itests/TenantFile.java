package org.yichuang.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A configuration file in {@code etc}, changed as an operator changes it. */
public final class TenantFile {
    private final Path file;

    private TenantFile(Path file) {
        this.file = file;
    }

    /** The file of a centre. */
    public static TenantFile of(Path home, String tenant) {
        return named(home, "org.yichuang.tenant-" + tenant + ".cfg");
    }

    /** Any file. */
    public static TenantFile named(Path home, String name) {
        return new TenantFile(home.resolve("etc").resolve(name));
    }

    /** What the key says now, empty when it is not there. */
    public String get(String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (isOf(key, line)) {
                return line.substring(line.indexOf('=') + 1).strip();
            }
        }
        return "";
    }

    /** Sets one key and leaves the others. */
    public void set(String key, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            lines.addAll(Files.readAllLines(file));
        }
        lines.removeIf(line -> isOf(key, line));
        lines.add(key + " = " + value);
        write(String.join("\n", lines) + "\n");
    }

    /** Replaces the whole file at once. */
    public void write(String content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent().getParent(), "configuration", ".new");
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the file away. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isOf(String key, String line) {
        return line.strip().startsWith(key)
                && line.strip().substring(key.length()).strip().startsWith("=");
    }
}
