package org.yichuang.cases.internal.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;

/** JSON that leaves the house: moments and days as texts, one field a line. */
final class PackageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PackageJson() {}

    static byte[] write(Object value) {
        try {
            return (MAPPER.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(value)
                                    .replace("\r\n", "\n")
                            + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot carry what a case says", e);
        }
    }
}
