package org.yichuang.documents.internal.files;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.yichuang.kernel.api.ProblemException;

/** Tells sentences of refusals apart. */
final class Refusals {
    private Refusals() {}

    /** Under which key the sentence of a refusal stands. */
    static String keyOf(ProblemException refusal) {
        Properties sentences = new Properties();
        try (Reader in = new InputStreamReader(
                FileInspection.class.getResourceAsStream("messages.properties"), StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String said = refusal.message().zh();
        return sentences.stringPropertyNames().stream()
                .filter(key -> said.startsWith(sentences.getProperty(key).replaceAll("[{“].*", "")))
                .findFirst()
                .orElse(said);
    }
}
