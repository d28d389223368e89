package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.tenancy.api.ModuleDescriptor;

/**
 * What a README says of permissions, configurations, settings, events and SPIs is what the code has. {@code
 * -Dreadme.renew=true} writes the tables anew.
 */
public class ReadmeTablesTest {
    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    private final Map<String, List<ModuleDescriptor>> descriptors = descriptors();

    @Test
    public void theTablesOfReadmesAreThoseOfTheCode() throws IOException {
        Map<String, String> misplaced = new TreeMap<>();
        int tables = 0;
        for (Path readme : readmes()) {
            Path bundle = readme.getParent();
            String text = Files.readString(readme);
            ReadmeTables made = new ReadmeTables(
                    bundle,
                    descriptors.getOrDefault(bundle.getFileName().toString(), List.of()),
                    all(),
                    configurations(bundle.getFileName().toString()));
            if (!made.needed().equals(ReadmeTables.places(text))) {
                misplaced.put(readme.toString(), made.needed().toString());
            }
            String renewed = made.renewed(text);
            if (Boolean.getBoolean("readme.renew")) {
                Files.writeString(readme, renewed);
            } else {
                assertEquals(readme + ": renew it with -Dreadme.renew=true", renewed, text);
            }
            tables += made.needed().size();
        }
        assertEquals("READMEs without just these tables", Map.of(), misplaced);
        assertTrue("there are tables at all: " + tables, tables > 15);
    }

    private List<ModuleDescriptor> all() {
        return descriptors.values().stream().flatMap(List::stream).toList();
    }

    private static List<Path> readmes() throws IOException {
        List<Path> readmes = new ArrayList<>();
        for (String group : List.of("platform", "modules")) {
            try (Stream<Path> folders = Files.list(BUNDLES.resolve(group))) {
                folders.map(folder -> folder.resolve("README.md"))
                        .filter(Files::exists)
                        .sorted()
                        .forEach(readmes::add);
            }
        }
        return readmes;
    }

    /** What modules say of themselves, by their words, which are the names of bundles. */
    static Map<String, List<ModuleDescriptor>> descriptors() {
        JavaClasses classes = new ClassFileImporter().importLocations(Bundles.locations());
        Map<String, List<ModuleDescriptor>> found = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.isAssignableTo(ModuleDescriptor.class)
                    && !type.isInterface()
                    && type.getName().endsWith("Descriptor")
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                ModuleDescriptor descriptor = instance(type);
                found.computeIfAbsent(descriptor.word(), word -> new ArrayList<>())
                        .add(descriptor);
            }
        }
        return found;
    }

    /** What operators set of a bundle, in the order of the files' names. */
    private static List<Class<?>> configurations(String word) {
        return new ClassFileImporter()
                        .importLocations(Set.of(
                                Location.of(Bundles.find(word).orElseThrow().classes())))
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationPid.class))
                        .map(JavaClass::getName)
                        .sorted()
                        .<Class<?>>map(ReadmeTablesTest::load)
                        .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Bundles.load(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static ModuleDescriptor instance(JavaClass type) {
        try {
            var constructor = Bundles.load(type.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ModuleDescriptor) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("A descriptor needs nothing: " + type.getName(), e);
        }
    }
}
