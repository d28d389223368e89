package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.Test;
import org.xml.sax.SAXException;

/** What must hold for every wiring file: the classes that it makes are invisible to the rules over code. */
public class WiringTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Pattern MADE = Pattern.compile("<bean\\b[^>]*\\bclass=\"([^\"]+)\"");

    @Test
    public void onlyOurOwnClassesAreMadeSoThatNobodyReadsTheMachinesClock() throws IOException {
        Set<String> foreign = new TreeSet<>();
        int made = 0;
        for (Path file : files()) {
            Matcher bean = MADE.matcher(Files.readString(file));
            while (bean.find()) {
                made++;
                if (bean.group(1).startsWith("java.")) {
                    foreign.add(file.getFileName() + ": " + bean.group(1));
                }
            }
        }
        assertEquals(Set.of(), foreign);
        assertTrue("beans are found at all: " + made, made > 50);
    }

    /** What the container would find out when it starts the bundle, and nobody before. */
    @Test
    public void everyWiringFileKeepsToItsSchema() throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        List<Source> schemas = new ArrayList<>(List.of(
                schema("org/apache/aries/blueprint/ext/impl/xml.xsd"),
                schema("org/osgi/service/blueprint/blueprint.xsd")));
        for (int version = 0; version <= 5; version++) {
            schemas.add(schema("org/apache/aries/blueprint/ext/impl/blueprint-ext-1." + version + ".0.xsd"));
        }
        schemas.add(schema("org/apache/aries/blueprint/compendium/cm/blueprint-cm-1.0.0.xsd"));
        schemas.add(schema("org/apache/aries/blueprint/compendium/cm/blueprint-cm-1.1.0.xsd"));
        Schema schema = factory.newSchema(schemas.toArray(Source[]::new));
        for (Path file : files()) {
            try {
                schema.newValidator().validate(new StreamSource(file.toFile()));
            } catch (SAXException e) {
                throw new AssertionError(file + ": " + e.getMessage(), e);
            }
        }
    }

    private static Source schema(String path) {
        return new StreamSource(
                WiringTest.class.getClassLoader().getResource(path).toString());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.toString().contains("/src/main/resources/OSGI-INF/blueprint/"))
                    .filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
