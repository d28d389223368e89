package org.yichuang.journal.internal.persistence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
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
        try (JsonParser parser = JSON.createParser(content)) {
            List<PendingRow> rows = new ArrayList<>();
            require(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                rows.add(new PendingRow(
                        parser.nextTextValue(),
                        parser.nextTextValue(),
                        parser.nextLongValue(-1),
                        parser.nextTextValue()));
                require(parser.nextToken() == JsonToken.END_ARRAY);
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalArgumentException("Not the content of an anchor", e);
        }
    }

    private static void require(boolean isExpected) {
        if (!isExpected) {
            throw new IllegalArgumentException("Not the content of an anchor");
        }
    }
}
