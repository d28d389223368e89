package org.yichuang.documents.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template whose text lies beside its class, as {@code <kind>.txt}: its facts are those that title and text name.
 */
public interface WrittenTemplate extends DocumentTemplate {
    /** How a text names a fact. */
    Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");

    /** Returns what people who write a text call a fact, in Chinese. */
    String factName(String fact);

    @Override
    default Set<String> facts() {
        Set<String> names = new TreeSet<>();
        Matcher fact = FACT.matcher(title() + text());
        while (fact.find()) {
            names.add(fact.group(1));
        }
        return names;
    }

    @Override
    default Map<String, String> factNames() {
        Map<String, String> names = new TreeMap<>();
        facts().forEach(fact -> names.put(fact, factName(fact)));
        return names;
    }

    @Override
    default String text() {
        try (InputStream text = getClass().getResourceAsStream(kind() + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
