package org.yichuang.itests.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bundles that are shipped, as {@code bundles/pom.xml} lists them: in the order in which they are built, which is
 * the order from below upwards. Nobody else keeps a list of them.
 */
public final class Bundles implements LocationProvider {
    static final Path ROOT = Path.of("..", "..");
    private static final Path FOLDER = ROOT.resolve("bundles");
    private static final Pattern ENTRY = Pattern.compile("<module>(?:(\\w+)/)?(\\w+)</module>");
    private static final List<Bundle> ALL = read();
    private static final ClassLoader LOADER = loader();

    /** Where a bundle stands in the house. */
    enum Layer {
        FOUNDATION,
        PLATFORM,
        MODULES
    }

    /**
     * A bundle.
     *
     * @param word its name: folder, artifact, package
     */
    record Bundle(Layer layer, String word, Path folder) {
        Path classes() {
            Path classes = folder.resolve("target").resolve("classes");
            if (!Files.isDirectory(classes)) {
                throw new IllegalStateException("Build the bundles first: there is no " + classes);
            }
            return classes;
        }

        /** Whether its own POM names another bundle. */
        boolean names(Bundle other) {
            return text(folder.resolve("pom.xml")).contains("<artifactId>" + other.word() + "</artifactId>");
        }
    }

    /** All of them, from below upwards. */
    static List<Bundle> all() {
        return ALL;
    }

    /** Those of one layer, from below upwards. */
    static List<Bundle> of(Layer layer) {
        return ALL.stream().filter(bundle -> bundle.layer() == layer).toList();
    }

    static Optional<Bundle> find(String word) {
        return ALL.stream().filter(bundle -> bundle.word().equals(word)).findFirst();
    }

    /** Where their classes lie, for whoever imports them. */
    static Set<Location> locations() {
        return ALL.stream().map(bundle -> Location.of(bundle.classes())).collect(Collectors.toSet());
    }

    @Override
    public Set<Location> get(Class<?> test) {
        return locations();
    }

    /** Loads one of their classes. */
    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, LOADER);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Bundle> read() {
        List<Bundle> bundles = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text(FOLDER.resolve("pom.xml")));
        while (entry.find()) {
            String group = entry.group(1);
            Path folder = group == null ? FOLDER : FOLDER.resolve(group);
            Bundle bundle = new Bundle(layer(group), entry.group(2), folder.resolve(entry.group(2)));
            boolean isParent = !Files.exists(bundle.folder().resolve("README.md"));
            if (!"testing".equals(group) && !isParent) {
                bundles.add(bundle);
            }
        }
        return List.copyOf(bundles);
    }

    /** The shell's frame stands in a folder of its own and belongs to the platform. */
    private static Layer layer(String group) {
        return "foundation".equals(group) ? Layer.FOUNDATION : "modules".equals(group) ? Layer.MODULES : Layer.PLATFORM;
    }

    private static ClassLoader loader() {
        return new URLClassLoader(
                ALL.stream().map(bundle -> url(bundle.classes())).toArray(URL[]::new), Bundles.class.getClassLoader());
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
