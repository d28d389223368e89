package org.yichuang.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The crests that operators have put into the container's folder. */
public class Crests {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,60}\\.(svg|png)");

    private final Path folder;

    /** Of a folder, which need not be there. */
    public Crests(String folder) {
        this.folder = Path.of(folder);
    }

    /** The names of the files. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of crests cannot be read", e);
        }
    }
}
