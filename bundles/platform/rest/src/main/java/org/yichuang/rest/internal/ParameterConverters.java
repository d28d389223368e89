package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads numbers, truth values, dates and enums from paths and queries, and names the parameter that cannot be read. */
final class ParameterConverters implements ParamConverterProvider {
    private final ObjectMapper json;

    ParameterConverters(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        boolean known = type.isEnum()
                || type == boolean.class
                || type == Boolean.class
                || type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || TemporalAccessor.class.isAssignableFrom(type) && !type.isInterface();
        return known ? new Converter<>(json, type, name(annotations)) : null;
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> annotation instanceof QueryParam query
                        ? query.value()
                        : annotation instanceof PathParam path
                                ? path.value()
                                : annotation instanceof HeaderParam header ? header.value() : "")
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private record Converter<T>(ObjectMapper json, Class<T> type, String name) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null || text.isBlank() && !type.isPrimitive()) {
                return null;
            }
            try {
                return json.convertValue(text.strip(), json.constructType(type));
            } catch (IllegalArgumentException e) {
                throw ProblemException.field(
                        CommonError.PARAMETER_UNREADABLE,
                        name,
                        LocalizedMessage.of(ParameterConverters.class, "parameter", name, Json.allowed(type)));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
