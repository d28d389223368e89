import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Writes the bill of materials of the distribution (CycloneDX 1.5): every jar of its folder {@code system}, by the Maven
 * coordinates that its path tells, with digest and licence as its manifest states it, and in it the jars that it carries.
 */
public final class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sbom() {}

    /** Arguments: the folder {@code system}, the file to write, the version of the distribution. */
    public static void main(String[] arguments) throws Exception {
        Path system = Path.of(arguments[0]);
        ObjectNode bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.5").put("version", 1);
        bill.withObject("/metadata").withObject("/component")
                .put("type", "application").put("name", "yichuang").put("version", arguments[2]);
        ArrayNode components = bill.putArray("components");
        StringBuilder content = new StringBuilder();
        for (Path jar : jars(system)) {
            ObjectNode component = component(system, jar);
            components.add(component);
            content.append(component.path("hashes").path(0).path("content").asText()).append('\n');
        }
        bill.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)));
        JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(arguments[1]).toFile(), bill);
    }

    private static List<Path> jars(Path system) throws IOException {
        try (Stream<Path> files = Files.walk(system)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** The path is {@code group/artifact/version/file}, as in every Maven repository. */
    private static ObjectNode component(Path system, Path jar) throws Exception {
        Path place = system.relativize(jar);
        int names = place.getNameCount();
        String version = place.getName(names - 2).toString();
        String artifact = place.getName(names - 3).toString();
        String group = place.subpath(0, names - 3).toString().replace('/', '.').replace('\\', '.');
        ObjectNode component = JSON.createObjectNode();
        component.put("type", "library").put("bom-ref", place.toString().replace('\\', '/'));
        component.put("group", group).put("name", artifact).put("version", version);
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest(Files.readAllBytes(jar)));
        try (JarFile file = new JarFile(jar.toFile())) {
            licence(file.getManifest(), component);
            component.put("purl", "pkg:maven/" + group + "/" + artifact + "@" + version);
            ArrayNode carried = JSON.createArrayNode();
            for (JarEntry entry : file.stream().filter(each -> each.getName().endsWith(".jar")).toList()) {
                try (InputStream content = file.getInputStream(entry)) {
                    carried.add(carried(place + "!" + entry.getName(), content.readAllBytes()));
                }
            }
            if (!carried.isEmpty()) {
                component.set("components", carried);
            }
        }
        return component;
    }

    /** A jar inside of a bundle says in {@code pom.properties} what it is; one that does not goes by its name. */
    private static ObjectNode carried(String place, byte[] jar) throws Exception {
        ObjectNode component = JSON.createObjectNode();
        component.put("type", "library").put("bom-ref", place.replace('\\', '/'));
        Properties coordinates = new Properties();
        try (JarInputStream content = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry; (entry = content.getNextJarEntry()) != null && coordinates.isEmpty(); ) {
                if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
                    coordinates.load(content);
                }
            }
            String name = place.substring(place.lastIndexOf('/') + 1).replaceFirst(".*!", "").replaceFirst("\\.jar$", "");
            component.put("group", coordinates.getProperty("groupId", ""));
            component.put("name", coordinates.getProperty("artifactId", name));
            component.put("version", coordinates.getProperty("version", name.replaceFirst("^.*?-(?=\\d)", "")));
            component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest(jar));
            licence(content.getManifest(), component);
        }
        if (!coordinates.isEmpty()) {
            component.put("purl", "pkg:maven/" + coordinates.getProperty("groupId") + "/"
                    + coordinates.getProperty("artifactId") + "@" + coordinates.getProperty("version"));
        }
        return component;
    }

    private static void licence(Manifest manifest, ObjectNode component) {
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String stated = attributes.getValue("Bundle-License");
        if (stated != null && !stated.isBlank()) {
            component.putArray("licenses").addObject().withObject("/license").put("name", stated.strip());
        }
    }

    private static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
