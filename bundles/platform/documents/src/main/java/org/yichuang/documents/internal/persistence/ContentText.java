package org.yichuang.documents.internal.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.internal.domain.PaperContent;

/** What a document says, as the database keeps it before it is encrypted: names and texts, with a version. */
public final class ContentText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String FACT = "fact.";
    private static final String VERSION = "1";

    private ContentText() {}

    /** Writes it. */
    public static String write(PaperContent content) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("version", VERSION);
        texts.put("layout", content.layout().name());
        texts.put("organ", content.organ());
        texts.put("addressee", content.addressee());
        texts.put("title", content.title());
        texts.put("text", content.text());
        texts.put("day", content.day().toString());
        texts.put("sealed", Boolean.toString(content.isSealed()));
        texts.put("address", content.address());
        content.facts().forEach((name, value) -> texts.put(FACT + name, value));
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #write} has written. */
    public static PaperContent read(String json) {
        try {
            Map<String, String> texts = JSON.readValue(json, TEXTS);
            Map<String, String> facts = new TreeMap<>();
            texts.forEach((name, value) -> {
                if (name.startsWith(FACT)) {
                    facts.put(name.substring(FACT.length()), value);
                }
            });
            return new PaperContent(
                    DocumentLayout.valueOf(texts.get("layout")),
                    texts.get("organ"),
                    texts.get("addressee"),
                    texts.get("title"),
                    texts.get("text"),
                    facts,
                    LocalDate.parse(texts.get("day")),
                    Boolean.parseBoolean(texts.get("sealed")),
                    texts.get("address"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document's content cannot be read", e);
        }
    }
}
