package org.yichuang.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * JSON as this interface speaks it: ISO-8601 dates, unknown and doubled fields refused, enums by name in either
 * case, no
 * text for a number or the other way round, decimals exactly as they were written.
 */
final class Json {
    private Json() {}

    /** For bodies: what is written is what is meant. */
    static ObjectMapper mapper() {
        JsonMapper.Builder strict = lenient()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            strict.withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
        }
        return strict.build();
    }

    /** For parameters of path and query, which are all text. */
    static ObjectMapper parameterMapper() {
        return lenient().build();
    }

    private static JsonMapper.Builder lenient() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(LocalDate.class, new PlainDate()))
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
    }

    /** What is wrong with a body, in words that name the field. */
    static ProblemException unreadable(JsonProcessingException cause) {
        for (Throwable below = cause; below != null; below = below.getCause()) {
            if (below instanceof ProblemException problem) {
                return problem;
            }
        }
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return cause instanceof MismatchedInputException wrong ? wholeBody(wrong) : syntax(cause);
        }
        String field = path(mapping);
        if (cause instanceof UnrecognizedPropertyException) {
            return of(field, words("json.field-unknown"));
        }
        if (cause instanceof InvalidFormatException format) {
            return of(field, words("json.value-invalid", allowed(format.getTargetType())));
        }
        if (cause instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return of(field, words("json.type-wrong", allowed(wrong.getTargetType())));
        }
        return of(field, words("json.invalid"));
    }

    /** The allowed values of a parameter's or field's class: {@code 应为文本}, {@code text}. */
    static LocalizedMessage allowed(Class<?> type) {
        return type.isEnum() ? words("json.allowed.constants", constants(type)) : words("json.allowed." + kind(type));
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "flag";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return "time";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(Json.class, key, arguments);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    private static ProblemException of(String field, LocalizedMessage fault) {
        return new ProblemException(
                CommonError.BODY_UNREADABLE,
                words("json.field", field, fault),
                List.of(new FieldProblem(field, fault)));
    }

    private static ProblemException wholeBody(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType() == null ? Object.class : wrong.getTargetType();
        return new ProblemException(CommonError.BODY_UNREADABLE, words("json.body", allowed(type)));
    }

    private static ProblemException syntax(JsonProcessingException cause) {
        String place = cause.getLocation() == null
                ? ""
                : " (" + cause.getLocation().getLineNr() + ":"
                        + cause.getLocation().getColumnNr() + ")";
        return new ProblemException(CommonError.BODY_UNREADABLE, words("json.malformed", place));
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
