package org.yichuang.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.Setting;
import org.yichuang.tenancy.api.ModuleDescriptor;

/** The tables of a bundle's README that are made from its code: each stands between two marks with its name. */
final class ReadmeTables {
    private static final Pattern PLACE = Pattern.compile("<!-- table: ([a-z]+) -->\n((?:\\|[^\n]*\n)*+)<!-- end -->");
    private static final Pattern SPI = Pattern.compile("^(?:SPI, whiteboard|SPI \\(whiteboard\\)|SPI|Whiteboard): ");
    private static final Pattern INTERFACE = Pattern.compile("^\\s*public interface (\\w+)");
    private static final Pattern EVENT = Pattern.compile("^\\s*record \\w+\\(([^)]*)\\)\\s+implements \\w+Event\\b");
    private static final Pattern TYPE = Pattern.compile("\\{@code ([a-z][a-z-]*)}");

    private static final Pattern SAID = Pattern.compile("return \"([a-z][a-z-]*)\";");

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    private static final Properties ENGLISH = english();

    private final Path bundle;
    private final List<ModuleDescriptor> own;
    private final List<ModuleDescriptor> all;
    private final List<Class<?>> configurations;

    /**
     * @param bundle the bundle's folder
     * @param own the descriptors of the bundle
     * @param all those of all bundles, which may grant its permissions
     * @param configurations the records of what operators set in files
     */
    ReadmeTables(Path bundle, List<ModuleDescriptor> own, List<ModuleDescriptor> all, List<Class<?>> configurations) {
        this.bundle = bundle;
        this.own = own;
        this.all = all;
        this.configurations = configurations;
    }

    /** The tables that the bundle's code has something for. */
    Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        for (String name : List.of("permissions", "configuration", "settings", "events", "spi")) {
            if (table(name).lines().count() > 2) {
                needed.add(name);
            }
        }
        return needed;
    }

    /** The tables that a README has. */
    static Set<String> places(String readme) {
        return PLACE.matcher(readme)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The README with the tables as the code has them now. */
    String renewed(String readme) {
        return PLACE.matcher(readme)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<!-- table: " + found.group(1) + " -->\n" + table(found.group(1)) + "<!-- end -->"));
    }

    private String table(String name) {
        return switch (name) {
            case "permissions" -> rows("| permission | what for | granted to |\n|---|---|---|\n", permissions());
            case "configuration" -> rows(
                    "| file | key | meaning | usual | bounds |\n|---|---|---|---|---|\n", configuration());
            case "settings" -> rows("| key | meaning | usual |\n|---|---|---|\n", settings());
            case "events" -> rows("| type | data |\n|---|---|\n", events());
            case "spi" -> rows("| SPI | what it is |\n|---|---|\n", spis());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String rows(String head, List<String> rows) {
        return head + rows.stream().map(row -> "| " + row + " |\n").collect(Collectors.joining());
    }

    private List<String> permissions() {
        return own.stream()
                .flatMap(descriptor -> descriptor.permissions().stream())
                .sorted()
                .distinct()
                .map(permission ->
                        code(permission) + " | " + ENGLISH.getProperty("permission." + permission, "") + " | "
                                + all.stream()
                                        .flatMap(descriptor -> descriptor.grants().stream())
                                        .filter(grant -> grant.permissions().contains(permission))
                                        .map(grant -> code(grant.role()))
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private List<String> configuration() {
        return configurations.stream()
                .flatMap(values -> Stream.of(values.getRecordComponents()).map(component -> {
                    Setting setting = component.getAnnotation(Setting.class);
                    String file = values.getAnnotation(ConfigurationPid.class).value() + ".cfg";
                    String meaning = LocalizedMessage.of(values, "setting." + setting.key())
                            .en();
                    return code(file) + " | " + code(setting.key()) + " | " + meaning + " | "
                            + (setting.usual().isEmpty() ? "" : code(setting.usual())) + " | "
                            + bounds(setting, component.getType());
                }))
                .toList();
    }

    private static String bounds(Setting setting, Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(word -> code(word.toString().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", "));
        }
        if (setting.least().isEmpty()) {
            return "";
        }
        String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
        return code(setting.least()) + " to " + code(setting.most()) + unit;
    }

    private List<String> settings() {
        return own.stream()
                .flatMap(descriptor -> descriptor.settings().stream())
                .map(setting -> code(setting.key()) + " | " + ENGLISH.getProperty("setting." + setting.key(), "")
                        + " | " + (setting.usual().isEmpty() ? "" : code(setting.usual())))
                .toList();
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        documented((javadoc, code) -> {
            Matcher event = EVENT.matcher(code);
            if (event.find()) {
                String types = TYPE.matcher(javadoc.split("@param")[0])
                        .results()
                        .map(type -> code(type.group(1)))
                        .collect(Collectors.joining(", "));
                Matcher said = SAID.matcher(code);
                if (types.isEmpty() && said.find()) {
                    types = code(said.group(1));
                }
                String data = Stream.of(event.group(1).split(","))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .map(field -> code(field.substring(field.lastIndexOf(' ') + 1)))
                        .collect(Collectors.joining(", "));
                events.add(types + " | " + data);
            }
        });
        return events;
    }

    private List<String> spis() {
        List<String> spis = new ArrayList<>();
        documented((javadoc, code) -> {
            Matcher spi = SPI.matcher(javadoc);
            Matcher type = INTERFACE.matcher(code);
            if (spi.find() && type.find()) {
                spis.add(code(type.group(1)) + " | " + firstSentence(javadoc.substring(spi.end())));
            }
        });
        return spis;
    }

    /** Gives each Javadoc of the api, as one line, with the code that follows it. */
    private void documented(BiConsumer<String, String> each) {
        for (String source : sources("/api/")) {
            for (int at = source.indexOf("/**"); at >= 0; at = source.indexOf("/**", at + 1)) {
                int end = source.indexOf("*/", at);
                String javadoc = source.substring(at + 3, end)
                        .replaceAll("\\s*\n\\s*\\*?\\s*", " ")
                        .strip();
                int next = source.indexOf("/**", end);
                each.accept(javadoc, source.substring(end + 2, next < 0 ? source.length() : next));
            }
        }
    }

    private static String firstSentence(String javadoc) {
        String plain = javadoc.replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`");
        int end = plain.indexOf(". ");
        return end < 0 ? plain.replaceAll("[.]$", "") : plain.substring(0, end);
    }

    private List<String> sources(String folder) {
        return files(bundle.resolve("src/main/java")).stream()
                .filter(file -> file.toString().replace('\\', '/').contains(folder))
                .map(ReadmeTables::read)
                .toList();
    }

    /** The English words of all bundles; those of permissions and settings are named after their module. */
    private static Properties english() {
        Properties words = new Properties();
        for (Path file : files(BUNDLES)) {
            String path = file.toString().replace('\\', '/');
            if (path.contains("/src/main/resources/") && path.endsWith("_en.properties")) {
                try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    words.load(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return words;
    }

    private static List<Path> files(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
