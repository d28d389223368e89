package org.yichuang.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/**
 * What the platform answered.
 *
 * @param call method and path, for messages
 * @param status the HTTP status
 * @param headers its headers
 * @param text the body
 */
public record Answer(String call, int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; missing when there is none or it is something else. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A text in the body, empty when it is not there. */
    public String text(String field) {
        return json().path(field).asText("");
    }

    /** A header, empty when it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the answer itself when its status is the expected one; fails otherwise. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new Deviation(call + " answered " + status + ", expected " + expected + ": " + shortened());
        }
        return this;
    }

    /** Returns the answer itself when it is a problem with this status and code; fails otherwise. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        boolean form = header("Content-Type").startsWith("application/problem+json");
        if (!form || !text("code").equals(code)) {
            throw new Deviation(call + " answered no problem '" + code + "' but " + header("Content-Type") + " "
                    + shortened());
        }
        return this;
    }

    private String shortened() {
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }
}
