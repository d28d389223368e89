package org.yichuang.rest.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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

/**
 * Checks bodies and parameters by their Bean Validation constraints and names what is wrong as the client wrote it. The
 * {@code message} of a constraint is a key of the resource bundle {@code messages} in the package of the class that it
 * is written in, unless it is the validator's own.
 */
final class Validation {
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
                    .map(violation -> problem(violation.getPropertyPath().toString(), violation))
                    .toList());
        }
    }

    /** Refuses parameters that break a rule. */
    void checkParameters(Object resource, Method method, Object[] values, int body) {
        List<FieldProblem> problems = new ArrayList<>();
        for (ConstraintViolation<Object> violation :
                validator.forExecutables().validateParameters(resource, method, values)) {
            Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
            nodes.next();
            Path.Node parameter = nodes.next();
            int index = parameter.getKind() == ElementKind.PARAMETER
                    ? parameter.as(Path.ParameterNode.class).getParameterIndex()
                    : -1;
            if (index >= 0 && index != body) {
                problems.add(problem(nameOf(method.getParameters()[index]), violation));
            }
        }
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    private FieldProblem problem(String field, ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        return new FieldProblem(
                field,
                template.startsWith("{")
                        ? new ConstraintMessage(
                                words, template, violation.getConstraintDescriptor(), violation.getInvalidValue())
                        : LocalizedMessage.of(violation.getLeafBean().getClass(), template));
    }

    private static ProblemException invalid(List<FieldProblem> problems) {
        List<FieldProblem> sorted = problems.stream()
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::en))
                .toList();
        FieldProblem first = sorted.get(0);
        return new ProblemException(
                CommonError.FIELDS_INVALID,
                LocalizedMessage.of(Validation.class, "fields-invalid", first.field(), first.message()),
                sorted);
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
