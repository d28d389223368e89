package org.yichuang.notices.internal.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.internal.domain.NoticeContent;

/** Contents and addresses as the database keeps them before they are encrypted: names and texts, with a version. */
public final class StoredTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String VERSION = "version";
    private static final String FIRST = "1";

    private StoredTexts() {}

    /** Writes what a message says. */
    public static String write(NoticeContent content) {
        return write(Map.of(
                VERSION, FIRST, "subject", content.subject(), "body", content.body(), "address", content.address()));
    }

    /** Reads what a message says. */
    public static NoticeContent content(String json) {
        Map<String, String> texts = read(json);
        return new NoticeContent(texts.get("subject"), texts.get("body"), texts.get("address"));
    }

    /** Writes how somebody wants to be told. */
    public static String write(Ways ways) {
        return write(Map.of(
                VERSION,
                FIRST,
                "mail",
                ways.mail(),
                "mailWanted",
                Boolean.toString(ways.mailWanted()),
                "mobile",
                ways.mobile(),
                "smsWanted",
                Boolean.toString(ways.smsWanted())));
    }

    /** Reads how somebody wants to be told. */
    public static Ways ways(String json) {
        Map<String, String> texts = read(json);
        return new Ways(
                texts.get("mail"),
                Boolean.parseBoolean(texts.get("mailWanted")),
                texts.get("mobile"),
                Boolean.parseBoolean(texts.get("smsWanted")));
    }

    private static String write(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored message cannot be read"); // its text may be in the cause
        }
    }
}
