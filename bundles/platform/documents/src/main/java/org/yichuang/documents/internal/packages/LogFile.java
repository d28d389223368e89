package org.yichuang.documents.internal.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.documents.internal.check.EntryDigest;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JournalChain;
import org.yichuang.journal.api.JournalEntry;

/**
 * An audit chain as a file: each entry with the keyed hash before it and its own, which the centre can prove, and with
 * a digest over both that anybody can.
 */
final class LogFile {
    static final JsonMapper JSON = new JsonMapper();

    private LogFile() {}

    /**
     * The file.
     *
     * @param head where the chain must end, as the aggregate's row has it
     */
    static byte[] of(String type, String id, JournalChain chain, ChainHead head) {
        List<Map<String, Object>> entries = new ArrayList<>();
        String digest = "";
        String previous = "";
        for (JournalEntry entry : chain.entries()) {
            Map<String, Object> fields = fields(entry, previous);
            digest = EntryDigest.of(digest, fields);
            fields.put("digest", digest);
            entries.add(fields);
            previous = entry.hash();
        }
        boolean isWhole = head.sequence() == entries.size() && head.hash().equals(previous);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("aggregateType", type);
        log.put("aggregateId", id);
        log.put("sound", chain.isSound() && isWhole);
        log.put("firstBreak", chain.isSound() && !isWhole ? entries.size() + 1L : chain.firstBreak());
        log.put("entries", entries);
        return json(log);
    }

    private static Map<String, Object> fields(JournalEntry entry, String previous) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().toString());
        fields.put("actor", entry.actor());
        fields.put("actorName", entry.actorName());
        fields.put("action", entry.action());
        fields.put("before", entry.before());
        fields.put("after", entry.after());
        fields.put("details", new TreeMap<>(entry.details()));
        fields.put("requestId", entry.requestId());
        fields.put("previous", previous);
        fields.put("hash", entry.hash());
        return fields;
    }

    /** Readable JSON, the same bytes for the same value. */
    static byte[] json(Object value) {
        try {
            return (JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(value)
                                    .replace("\r\n", "\n") + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps and texts are always JSON", e);
        }
    }
}
