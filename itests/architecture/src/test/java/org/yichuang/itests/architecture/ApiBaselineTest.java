package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What the bundles export, compared with the signatures that are kept beside this test: whoever changes an api
 * raises the
 * {@code @Version} of its package (major: users must change; minor: implementers must) and renews its file with
 * {@code mvn verify -pl itests/architecture -Dapi.renew=true}.
 */
public class ApiBaselineTest {
    private static final Path KEPT = Path.of("src", "test", "api");
    private static final String VERSION = "org.osgi.annotation.versioning.Version";
    private static final Map<String, List<String>> NOW = new TreeMap<>();

    @BeforeClass
    public static void readTheBundles() throws IOException {
        JavaClasses classes = new ClassFileImporter().importLocations(Bundles.locations());
        Map<String, Set<String>> types = new TreeMap<>();
        Map<String, String> versions = new TreeMap<>();
        classes.stream()
                .filter(type -> type.getPackageName().matches("org\\.yichuang\\.\\w+\\.api(\\..+)?"))
                .forEach(type -> {
                    versions.putIfAbsent(type.getPackageName(), version(type.getPackage()));
                    Set<String> lines = types.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
                    if (isSeen(type)) {
                        lines.addAll(signatures(type));
                    }
                });
        types.forEach((name, lines) -> NOW.put(
                name,
                Stream.concat(Stream.of("version " + versions.get(name)), lines.stream())
                        .toList()));
        if (Boolean.getBoolean("api.renew")) {
            renew();
        }
    }

    @Test
    public void everyExportedPackageHasAVersion() {
        List<String> without = NOW.entrySet().stream()
                .filter(each -> each.getValue().get(0).equals("version none"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals("Put @Version into their package-info.java", List.of(), without);
    }

    @Test
    public void aChangedApiHasAChangedVersion() throws IOException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : NOW.entrySet()) {
            List<String> before = kept(each.getKey());
            List<String> after = each.getValue();
            if (!before.isEmpty() && before.get(0).equals(after.get(0)) && !before.equals(after)) {
                changed.add(each.getKey() + ": " + difference(before, after));
            }
        }
        assertEquals("Raise the versions of these packages and renew their files", List.of(), changed);
    }

    @Test
    public void theKeptSignaturesAreThoseOfToday() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : NOW.entrySet()) {
            if (!kept(each.getKey()).equals(each.getValue())) {
                stale.add(each.getKey());
            }
        }
        try (Stream<Path> files = Files.list(KEPT)) {
            files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                    .filter(name -> !NOW.containsKey(name))
                    .forEach(name -> stale.add(name + " is gone"));
        }
        assertEquals("Renew them with -Dapi.renew=true", List.of(), stale);
    }

    private static void renew() throws IOException {
        Files.createDirectories(KEPT);
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, List<String>> each : NOW.entrySet()) {
            Files.write(KEPT.resolve(each.getKey() + ".txt"), each.getValue());
        }
    }

    private static List<String> kept(String name) throws IOException {
        Path file = KEPT.resolve(name + ".txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String difference(List<String> before, List<String> after) {
        return Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private static String version(JavaPackage name) {
        return name.getAnnotations().stream()
                .filter(each -> each.getRawType().getName().equals(VERSION))
                .map(JavaAnnotation::getProperties)
                .map(properties -> String.valueOf(properties.get("value")))
                .findFirst()
                .orElse("none");
    }

    private static List<String> signatures(JavaClass type) {
        List<String> lines = new ArrayList<>();
        String parents = Stream.concat(
                        type.getRawSuperclass().stream(),
                        type.getRawInterfaces().stream()
                                .sorted((a, b) -> a.getName().compareTo(b.getName())))
                .map(JavaClass::getName)
                .collect(Collectors.joining(", "));
        lines.add(type.getName() + " < " + parents);
        type.getFields().stream().filter(ApiBaselineTest::isSeen).forEach(field -> lines.add(line(type, field)));
        type.getConstructors().stream().filter(ApiBaselineTest::isSeen).forEach(made -> lines.add(line(type, made)));
        type.getMethods().stream().filter(ApiBaselineTest::isSeen).forEach(method -> lines.add(line(type, method)));
        return lines;
    }

    private static String line(JavaClass type, JavaField field) {
        return type.getName() + "." + field.getName() + ": "
                + field.getRawType().getName();
    }

    private static String line(JavaClass type, JavaCodeUnit unit) {
        String parameters =
                unit.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.joining(", "));
        boolean usual = unit instanceof JavaMethod
                && type.isInterface()
                && !unit.getModifiers().contains(JavaModifier.ABSTRACT);
        return type.getName() + "." + unit.getName() + "(" + parameters + "): "
                + unit.getRawReturnType().getName() + (usual ? " default" : "");
    }

    private static boolean isSeen(JavaClass type) {
        boolean seen = type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
        return seen && type.getEnclosingClass().map(ApiBaselineTest::isSeen).orElse(true);
    }

    private static boolean isSeen(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean open = modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
        return open && !modifiers.contains(JavaModifier.SYNTHETIC) && !modifiers.contains(JavaModifier.BRIDGE);
    }
}
