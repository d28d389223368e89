package org.yichuang.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Item definitions for editors, made from what the public guide shows. */
public final class ItemDrafts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] DEFINITION = {
        "name", "type", "department", "organ", "exerciseLevel", "audience", "kind", "statutoryLimit", "promisedLimit",
        "conditions", "materials", "procedure", "fee", "legalBasis", "result", "complaint", "place", "acceptanceLevels",
        "form", "routes", "source"
    };

    private ItemDrafts() {}

    /** A definition with everything that the guide tells, under another code. */
    public static ObjectNode fromGuide(JsonNode guide, String code) {
        ObjectNode definition = JSON.createObjectNode().put("code", code);
        for (String field : DEFINITION) {
            if (guide.has(field)) {
                definition.set(field, guide.path(field).deepCopy());
            }
        }
        definition.path("routes").forEach(route -> ((ObjectNode) route)
                .retain("id", "name", "when", "stages", "issueLevel"));
        return definition;
    }
}
