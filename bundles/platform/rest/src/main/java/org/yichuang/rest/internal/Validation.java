package org.yichuang.rest.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.validation.ConstraintViolation;
import javax.validation.ElementKind;
import javax.validation.MessageInterpolator;
import javax.validation.Path;
import javax.validation.Validator;
import javax.validation.metadata.MethodDescriptor;
import javax.ws.rs.FormParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.Texts;

/**
 * Checks bodies and parameters by their Bean Validation constraints and names what is wrong as the client wrote it. The
 * {@code message} of a constraint is a key of the resource bundle {@code messages} in the package of the class that it
 * is written in, unless it is the validator's own. The same bundle may say under {@code field.<name>} what people call
 * a field; the sentence of the whole names it so.
 */
final class Validation {
    private static final Set<String> MISSING = Set.of(
            "{javax.validation.constraints.NotNull.message}",
            "{javax.validation.constraints.NotBlank.message}",
            "{javax.validation.constraints.NotEmpty.message}");

    private final Validator validator;
    private final MessageInterpolator words;

    Validation() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Its message files and services are looked for with the thread's loader
        thread.setContextClassLoader(HibernateValidator.class.getClassLoader());
        try {
            words = new ParameterMessageInterpolator();
            validator = javax.validation.Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure()
                    .ignoreXmlConfiguration()
                    .externalClassLoader(HibernateValidator.class.getClassLoader())
                    .messageInterpolator(words)
                    .buildValidatorFactory()
                    .getValidator();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Tells whether parameters of an operation, apart from its body, have constraints. */
    boolean constrains(Method method) {
        MethodDescriptor known = validator
                .getConstraintsForClass(method.getDeclaringClass())
                .getConstraintsForMethod(method.getName(), method.getParameterTypes());
        return known != null && known.hasConstrainedParameters();
    }

    /** Refuses a body that breaks a rule. */
    void checkBody(Object body) {
        Set<ConstraintViolation<Object>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw invalid(violations.stream()
                    .map(violation -> told(violation.getPropertyPath().toString(), violation))
                    .toList());
        }
    }

    /** Refuses parameters that break a rule. */
    void checkParameters(Object resource, Method method, Object[] values, int body) {
        List<Told> problems = new ArrayList<>();
        for (ConstraintViolation<Object> violation :
                validator.forExecutables().validateParameters(resource, method, values)) {
            Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
            nodes.next();
            Path.Node parameter = nodes.next();
            int index = parameter.getKind() == ElementKind.PARAMETER
                    ? parameter.as(Path.ParameterNode.class).getParameterIndex()
                    : -1;
            if (index >= 0 && index != body) {
                problems.add(told(nameOf(method.getParameters()[index]), violation));
            }
        }
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    /** @param name what people call the field; as clients write it where nobody has named it */
    private record Told(FieldProblem problem, LocalizedMessage name) {}

    private Told told(String field, ConstraintViolation<?> violation) {
        Class<?> body = violation.getLeafBean().getClass();
        return new Told(new FieldProblem(field, message(violation, body)), name(field, body));
    }

    private LocalizedMessage message(ConstraintViolation<?> violation, Class<?> body) {
        String template = violation.getMessageTemplate();
        if (MISSING.contains(template)) {
            return LocalizedMessage.of(Validation.class, "constraint.missing");
        }
        return template.startsWith("{")
                ? new ConstraintMessage(
                        words, template, violation.getConstraintDescriptor(), violation.getInvalidValue())
                : LocalizedMessage.of(body, template);
    }

    private static LocalizedMessage name(String field, Class<?> body) {
        String key = "field." + field.substring(field.lastIndexOf('.') + 1);
        return names(body)
                .filter(texts -> texts.has(key))
                .map(texts -> texts.message(key))
                .orElseGet(() -> LocalizedMessage.verbatim(field));
    }

    private static Optional<Texts> names(Class<?> body) {
        try {
            return Optional.of(Texts.beside(body, "messages"));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // its package says nothing
        }
    }

    private static ProblemException invalid(List<Told> told) {
        List<Told> sorted = told.stream()
                .sorted(Comparator.comparing((Told each) -> each.problem().field())
                        .thenComparing(each -> each.problem().en()))
                .toList();
        Told first = sorted.get(0);
        return new ProblemException(
                CommonError.FIELDS_INVALID,
                LocalizedMessage.of(
                        Validation.class,
                        "fields-invalid",
                        first.name(),
                        first.problem().message()),
                sorted.stream().map(Told::problem).toList());
    }

    /** The name by which a client knows a parameter. */
    static String nameOf(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof FormParam form) {
                return form.value();
            }
        }
        return parameter.getName();
    }
}
