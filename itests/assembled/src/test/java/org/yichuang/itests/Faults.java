package org.yichuang.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a platform has complained about, for whoever reads why a test failed: its folder may be gone by then. */
final class Faults {
    private static final Pattern FAULT =
            Pattern.compile(" (WARN|ERROR) +\\| |^Caused by: |^[a-z.]+[A-Z]\\w+(Exception|Error)");
    private static final int MOST = 40;
    private static final int LENGTH = 400;

    private static final String LOG = "data/log/karaf.log";

    private Faults() {}

    /** The lines of its log, of which the last may be only half written, in the middle of a letter. */
    static List<String> log(Path home) throws IOException {
        return new String(Files.readAllBytes(home.resolve(LOG)), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The last lines of its log that are warnings, errors, or their causes. */
    static String of(Path home) {
        if (!Files.exists(home.resolve(LOG))) {
            return "(no log)";
        }
        try {
            List<String> lines = log(home).stream()
                    .filter(line -> FAULT.matcher(line).find())
                    .map(line -> line.length() <= LENGTH ? line : line.substring(0, LENGTH))
                    .toList();
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - MOST), lines.size())) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
