package org.yichuang.shell.internal.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/**
 * What a command answers: the same for people and for programs.
 *
 * @param data what {@code --json} prints
 * @param text what is printed else
 * @param failure why the command fails although it has an answer, e.g. a check that found something
 */
public record Sheet(Object data, String text, Optional<String> failure) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** An answer that is good news. */
    public static Sheet of(Object data, String text) {
        return new Sheet(data, text, Optional.empty());
    }

    /** A table; when it is empty, the words instead. */
    public static Sheet of(Object data, TextTable table, String whenEmpty) {
        return of(data, table.size() == 0 ? whenEmpty + "\n" : table.toString());
    }

    /** The same as a failure. */
    public Sheet failing(String why) {
        return new Sheet(data, text, Optional.of(why));
    }

    /** The data as one line of JSON. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not to be written as JSON: " + data.getClass(), e);
        }
    }
}
