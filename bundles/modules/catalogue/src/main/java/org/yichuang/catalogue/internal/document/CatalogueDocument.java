package org.yichuang.catalogue.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.kernel.api.LocalizedMessage;

/** The papers of a catalogue: its booklets and boards. What they say of items stands in as many parts as it needs. */
public enum CatalogueDocument implements DocumentTemplate {
    BOOKLET,
    BOARD;

    /** So many parts has a paper. */
    public static final int MOST_PARTS = 40;

    /** The template of a kind. */
    public static CatalogueDocument of(EditionKind kind) {
        return kind == EditionKind.BOARD ? BOARD : BOOKLET;
    }

    /** The name of a part: facts have names of letters only. */
    public static String part(int index) {
        return "part" + (char) ('A' + index / 26) + (char) ('A' + index % 26);
    }

    private static String words(String key) {
        return LocalizedMessage.of(CatalogueDocument.class, key).zh();
    }

    @Override
    public String module() {
        return CatalogueEvent.MODULE;
    }

    @Override
    public String kind() {
        return "catalogue-" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return words("title." + kind());
    }

    @Override
    public String mark() {
        return words("mark." + kind());
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.OFFICIAL;
    }

    @Override
    public boolean isSealed() {
        return false;
    }

    @Override
    public Set<String> facts() {
        Set<String> names = new TreeSet<>(Set.of("about", "edition", "day", "count"));
        IntStream.range(0, MOST_PARTS).mapToObj(CatalogueDocument::part).forEach(names::add);
        return names;
    }

    @Override
    public Map<String, String> factNames() {
        Map<String, String> names = new TreeMap<>();
        facts().forEach(fact -> names.put(
                fact, fact.startsWith("part") ? words("fact.part") + fact.substring(4) : words("fact." + fact)));
        return names;
    }

    @Override
    public Set<String> required() {
        return Set.of("about", "edition", "day", "count", part(0));
    }

    @Override
    public String text() {
        try (InputStream text = CatalogueDocument.class.getResourceAsStream(kind() + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    + IntStream.range(0, MOST_PARTS)
                            .mapToObj(index -> "{" + part(index) + "}")
                            .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
