package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;

/** What Bean Validation demands, in the words of JSON Schema. */
final class Constraints {
    private Constraints() {}

    static boolean isRequired(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(mark -> mark instanceof NotNull || mark instanceof NotBlank || mark instanceof NotEmpty);
    }

    static void describe(Annotation[] annotations, ObjectNode schema) {
        if (schema.has("$ref")) {
            return; // nothing may stand beside a reference
        }
        for (Annotation annotation : annotations) {
            if (annotation instanceof Size size) {
                size(size, schema);
            } else if (annotation instanceof Min min) {
                schema.put("minimum", min.value());
            } else if (annotation instanceof Max max) {
                schema.put("maximum", max.value());
            } else if (annotation instanceof Positive) {
                schema.put("minimum", 1);
            } else if (annotation instanceof PositiveOrZero) {
                schema.put("minimum", 0);
            } else if (annotation instanceof Pattern pattern) {
                schema.put("pattern", pattern.regexp());
            } else if (annotation instanceof NotBlank) {
                schema.put("minLength", Math.max(1, schema.path("minLength").asInt()));
            } else if (annotation instanceof NotEmpty) {
                schema.put(isArray(schema) ? "minItems" : "minLength", 1);
            }
        }
    }

    private static void size(Size size, ObjectNode schema) {
        boolean array = isArray(schema);
        if (size.min() > 0) {
            schema.put(array ? "minItems" : "minLength", size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
            schema.put(array ? "maxItems" : "maxLength", size.max());
        }
    }

    private static boolean isArray(ObjectNode schema) {
        return "array".equals(schema.path("type").asText());
    }
}
