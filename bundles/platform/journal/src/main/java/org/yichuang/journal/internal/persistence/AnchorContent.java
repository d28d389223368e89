package org.yichuang.journal.internal.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.internal.domain.PendingRow;

/** The entries of an anchor as compact JSON: {@code [["case","0A…",4,"9f…"],…]}. */
public final class AnchorContent {
    private static final JsonMapper JSON = new JsonMapper();

    private AnchorContent() {}

    /** Writes a batch. */
    public static String write(List<PendingRow> rows) {
        ArrayNode batch = JSON.createArrayNode();
        rows.forEach(row -> batch.addArray()
                .add(row.aggregateType())
                .add(row.aggregateId())
                .add(row.sequence())
                .add(row.hash()));
        return batch.toString();
    }

    /** Reads a batch; only what carries a valid hash is worth reading. */
    public static List<PendingRow> read(String content) {
        try {
            List<PendingRow> rows = new ArrayList<>();
            for (JsonNode row : JSON.readTree(content)) {
                rows.add(new PendingRow(
                        row.get(0).textValue(),
                        row.get(1).textValue(),
                        row.get(2).longValue(),
                        row.get(3).textValue()));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the content of an anchor", e);
        }
    }
}
