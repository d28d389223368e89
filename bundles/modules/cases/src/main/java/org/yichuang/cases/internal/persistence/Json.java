package org.yichuang.cases.internal.persistence;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/** JSON in the columns and letters of this module: fields only, compact, tolerant of what a newer version adds. */
public final class Json {
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** Writes a value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON cannot carry " + value.getClass(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws Unreadable when the text is not JSON of that type
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new Unreadable(type, e);
        }
    }

    /** A limit as 20W or 20C. */
    static String limit(Limit limit) {
        return limit.amount() + limit.unit().name().substring(0, 1);
    }

    static Limit limit(String text) {
        int amount = Integer.parseInt(text.substring(0, text.length() - 1));
        return new Limit(amount, text.endsWith("W") ? DayUnit.WORKING : DayUnit.CALENDAR);
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .addSerializer(Limit.class, new LimitWriter())
                        .addDeserializer(Limit.class, new LimitReader()))
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // By which authority a step was taken has been one text before it became a list
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                // 10.0 must stay 10.0: routes and digests depend on it
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        JsonInclude.Value unlessUsual =
                JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS);
        mapper.configOverride(boolean.class).setInclude(unlessUsual);
        mapper.configOverride(int.class).setInclude(unlessUsual);
        mapper.configOverride(long.class).setInclude(unlessUsual);
        return mapper;
    }

    /** A text that is not what it should be. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(Class<?> type, Throwable cause) {
            super("Not the JSON of " + type.getSimpleName(), cause);
        }
    }

    private static final class LimitWriter extends StdSerializer<Limit> {
        private static final long serialVersionUID = 1L;

        LimitWriter() {
            super(Limit.class);
        }

        @Override
        public void serialize(Limit limit, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(limit(limit));
        }
    }

    private static final class LimitReader extends StdDeserializer<Limit> {
        private static final long serialVersionUID = 1L;

        LimitReader() {
            super(Limit.class);
        }

        @Override
        public Limit deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return limit(in.getText());
        }
    }
}
