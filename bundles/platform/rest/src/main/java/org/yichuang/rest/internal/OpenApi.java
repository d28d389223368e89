package org.yichuang.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.rest.api.Answers;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.web.api.AccessRule;
import org.yichuang.web.api.HostedModule;

/** Describes the operations of all modules as an OpenAPI 3 document; made anew when modules have come or gone. */
final class OpenApi {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final String JSON = "application/json";

    private final ObjectMapper json;
    private final ModuleRegistry registry;
    private volatile Cached cached = new Cached(null, new byte[0]);

    /** @param registry tells which roles hold a permission */
    OpenApi(ObjectMapper json, ModuleRegistry registry) {
        this.json = json;
        this.registry = registry;
    }

    /** The document about these servers, in UTF-8. */
    byte[] bytes(Collection<HostedModule<ApiModule>> servers) throws JsonProcessingException {
        Cached known = cached;
        if (known.about() != servers) {
            known = new Cached(servers, json.writeValueAsBytes(document(servers)));
            cached = known;
        }
        return known.bytes();
    }

    private ObjectNode document(Collection<HostedModule<ApiModule>> servers) {
        ObjectNode root = json.createObjectNode();
        root.put("openapi", "3.0.3");
        root.putObject("info")
                .put(
                        "title",
                        LocalizedMessage.of(OpenApi.class, "openapi.title").en())
                .put("version", "1.0");
        root.putArray("servers").addObject().put("url", "/api");
        ObjectNode paths = root.putObject("paths");
        ObjectNode components = root.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        Schemas schemas = new Schemas(json, components.putObject("schemas"));
        for (HostedModule<ApiModule> server : servers) {
            for (Operation operation : server.snapshot().operations().all()) {
                ObjectNode path = paths.withObjectProperty(operation.template());
                describe(
                        server.word(),
                        operation,
                        path.putObject(operation.verb().toLowerCase(Locale.ROOT)),
                        schemas);
            }
        }
        return root;
    }

    private void describe(String word, Operation operation, ObjectNode node, Schemas schemas) {
        node.putArray("tags").add(word);
        node.put(
                "operationId",
                word + "." + operation.method().getDeclaringClass().getSimpleName() + "."
                        + operation.method().getName());
        node.put("x-module", word);
        node.put("x-command", operation.command().isPresent());
        ArrayNode roles = node.putArray("x-roles");
        operation.access().permission().ifPresent(permission -> node.put("x-permission", permission));
        if (operation.isPublic()) {
            roles.add("everyone");
            node.putArray("security");
        } else {
            holders(operation.access()).forEach(roles::add);
            node.putArray("security").addObject().putArray("token");
        }
        parameters(operation, node.putArray("parameters"), schemas);
        body(operation, node, schemas);
        answers(operation, node.putObject("responses"), schemas);
    }

    /** The keys of the roles whose holders may call an operation. */
    private Set<String> holders(AccessRule access) {
        Set<String> holders = new TreeSet<>();
        for (ModuleDescriptor module : registry.all()) {
            access.permission()
                    .ifPresentOrElse(
                            permission -> module.grants().stream()
                                    .filter(grant -> grant.permissions().contains(permission))
                                    .forEach(grant -> holders.add(grant.role())),
                            () -> module.roles().forEach(role -> holders.add(role.key())));
        }
        return holders;
    }

    /** Parameters that a class gathers. */
    private static void gathered(Class<?> type, ArrayNode parameters, Schemas schemas) {
        for (Field field : type.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                parameter(parameters, "query", query.value(), false).set("schema", schemas.of(field.getGenericType()));
            }
        }
    }

    private void parameters(Operation operation, ArrayNode parameters, Schemas schemas) {
        Parameter[] declared = operation.method().getParameters();
        Matcher places = PLACE.matcher(operation.template());
        while (places.find()) {
            String name = places.group(1);
            Type type = Arrays.stream(declared)
                    .filter(parameter -> parameter.isAnnotationPresent(PathParam.class)
                            && parameter.getAnnotation(PathParam.class).value().equals(name))
                    .map(Parameter::getParameterizedType)
                    .findFirst()
                    .orElse(String.class);
            parameter(parameters, "path", name, true).set("schema", schemas.of(type));
        }
        for (Parameter parameter : declared) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (query != null || header != null) {
                boolean required = Constraints.isRequired(parameter.getAnnotations());
                ObjectNode node = query != null
                        ? parameter(parameters, "query", query.value(), required)
                        : parameter(parameters, "header", header.value(), required);
                ObjectNode schema = schemas.of(parameter.getParameterizedType());
                Constraints.describe(parameter.getAnnotations(), schema);
                DefaultValue usual = parameter.getAnnotation(DefaultValue.class);
                if (usual != null) {
                    schema.put("default", usual.value());
                }
                node.set("schema", schema);
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                gathered(parameter.getType(), parameters, schemas);
            }
        }
        operation.command().ifPresent(command -> {
            ObjectNode key = parameter(parameters, "header", "Idempotency-Key", !command.keyOptional());
            key.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 100);
            parameter(parameters, "header", "If-Match", false)
                    .putObject("schema")
                    .put("type", "string");
        });
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name, boolean required) {
        return parameters.addObject().put("name", name).put("in", in).put("required", required);
    }

    private void body(Operation operation, ObjectNode node, Schemas schemas) {
        Parameter[] declared = operation.method().getParameters();
        boolean multipart = Arrays.stream(declared).anyMatch(part -> part.isAnnotationPresent(Multipart.class));
        String media = media(operation);
        if (multipart || media.startsWith("multipart/")) {
            ObjectNode schema =
                    content(node, "multipart/form-data").putObject("schema").put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            for (Parameter part : declared) {
                Multipart mark = part.getAnnotation(Multipart.class);
                if (mark != null) {
                    boolean text = part.getType() == String.class || part.getType() == boolean.class;
                    properties.putObject(mark.value()).put("type", "string").put("format", text ? "text" : "binary");
                }
            }
            if (properties.isEmpty()) {
                properties.putObject("file").put("type", "string").put("format", "binary");
            }
        } else if (operation.body() >= 0) {
            Type type = operation.method().getGenericParameterTypes()[operation.body()];
            content(node, media).set("schema", schemas.of(type));
        }
    }

    private static ObjectNode content(ObjectNode node, String media) {
        return node.putObject("requestBody").putObject("content").putObject(media);
    }

    private static String media(Operation operation) {
        Consumes own = operation.method().getAnnotation(Consumes.class);
        Consumes above = operation.method().getDeclaringClass().getAnnotation(Consumes.class);
        return own != null ? own.value()[0] : above != null ? above.value()[0] : JSON;
    }

    private void answers(Operation operation, ObjectNode responses, Schemas schemas) {
        Answers told = operation.method().getAnnotation(Answers.class);
        Type type = told != null ? told.value() : operation.method().getGenericReturnType();
        boolean nothing = type == void.class || type == Void.class;
        int status = told != null ? told.status() : nothing ? 204 : 200;
        ObjectNode good = responses.putObject(String.valueOf(status)).put("description", "good");
        if (!nothing) {
            ObjectNode content = good.putObject("content");
            if (type == byte[].class) {
                content.putObject("application/octet-stream")
                        .putObject("schema")
                        .put("type", "string")
                        .put("format", "binary");
            } else {
                ObjectNode schema = type == Response.class ? json.createObjectNode() : schemas.of(type);
                content.putObject(produced(operation)).set("schema", schema);
            }
        }
        responses
                .putObject("default")
                .put("description", "a problem (RFC 9457)")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(Problem.class));
    }

    private static String produced(Operation operation) {
        Produces own = operation.method().getAnnotation(Produces.class);
        Produces above = operation.method().getDeclaringClass().getAnnotation(Produces.class);
        return own != null ? own.value()[0] : above != null ? above.value()[0] : JSON;
    }

    private record Cached(Collection<HostedModule<ApiModule>> about, byte[] bytes) {}
}
