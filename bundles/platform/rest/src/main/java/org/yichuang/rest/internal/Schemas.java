package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes Java types as JSON Schemas, by Jackson's own view of them; objects once, under {@code components}. */
final class Schemas {
    private static final Map<Class<?>, String[]> PLAIN = Map.ofEntries(
            plain(String.class, "string", ""),
            plain(Instant.class, "string", "date-time"),
            plain(OffsetDateTime.class, "string", "date-time"),
            plain(LocalDateTime.class, "string", "date-time"),
            plain(LocalDate.class, "string", "date"),
            plain(LocalTime.class, "string", "time"),
            plain(boolean.class, "boolean", ""),
            plain(Boolean.class, "boolean", ""),
            plain(int.class, "integer", "int32"),
            plain(Integer.class, "integer", "int32"),
            plain(long.class, "integer", "int64"),
            plain(Long.class, "integer", "int64"),
            plain(BigInteger.class, "integer", ""),
            plain(double.class, "number", "double"),
            plain(Double.class, "number", "double"),
            plain(BigDecimal.class, "number", ""),
            plain(byte[].class, "string", "byte"));

    private final ObjectMapper json;
    private final ObjectNode components;
    private final Map<JavaType, String> names = new HashMap<>();

    /** @param components where objects are described */
    Schemas(ObjectMapper json, ObjectNode components) {
        this.json = json;
        this.components = components;
    }

    private static Map.Entry<Class<?>, String[]> plain(Class<?> type, String kind, String format) {
        return Map.entry(type, new String[] {kind, format});
    }

    ObjectNode of(Type type) {
        return of(json.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        ObjectNode schema = json.createObjectNode();
        Class<?> raw = type.getRawClass();
        if (PLAIN.containsKey(raw)) {
            schema.put("type", PLAIN.get(raw)[0]);
            if (!PLAIN.get(raw)[1].isEmpty()) {
                schema.put("format", PLAIN.get(raw)[1]);
            }
        } else if (raw.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            Stream.of(raw.getEnumConstants()).forEach(value -> values.add(json.<JsonNode>valueToTree(value)));
        } else if (raw == Optional.class) {
            return of(type.containedTypeOrUnknown(0)).put("nullable", true);
        } else if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
        } else if (type.isCollectionLikeType() || type.isArrayType()) {
            schema.put("type", "array").set("items", of(type.getContentType()));
        } else if (raw != Object.class && !JsonNode.class.isAssignableFrom(raw)) {
            schema.put("$ref", "#/components/schemas/" + component(type));
        }
        return schema;
    }

    private String component(JavaType type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = name(type);
        String free = name;
        for (int i = 2; components.has(free); i++) {
            free = name + i;
        }
        names.put(type, free);
        ObjectNode schema = components.putObject(free).put("type", "object");
        BeanDescription bean = json.getSerializationConfig().introspect(type);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = json.createArrayNode();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            ObjectNode described = of(property.getPrimaryType());
            Annotation[] marks = annotations(property);
            Constraints.describe(marks, described);
            if (Constraints.isRequired(marks)) {
                required.add(property.getName());
            }
            properties.set(property.getName(), described);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return free;
    }

    private static Annotation[] annotations(BeanPropertyDefinition property) {
        AnnotatedMember member = property.getField() != null ? property.getField() : property.getPrimaryMember();
        return member == null || member.getAnnotated() == null
                ? new Annotation[0]
                : member.getAnnotated().getAnnotations();
    }

    private static String name(JavaType type) {
        StringBuilder name = new StringBuilder(type.getRawClass().getSimpleName());
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(i == 0 ? "Of" : "And").append(name(type.containedType(i)));
        }
        return name.toString();
    }
}
