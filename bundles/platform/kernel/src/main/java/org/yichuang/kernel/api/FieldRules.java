package org.yichuang.kernel.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * The rules that the records of commands state of their own fields ({@code @NotBlank}, {@code @NotNull},
 * {@code @NotEmpty}, {@code @Size(max)}, {@code @Valid}), held by the service for whoever calls: REST, pages, shell and
 * routes alike. Texts come back as {@link TextRules#normalized}; none holds {@linkplain TextRules#isUnfit unfit}
 * characters, and
 * one of at most {@value #LINE} characters is a line, without breaks. The annotations are read once for each class.
 */
public final class FieldRules {
    /** What may be no longer than this has no line breaks. */
    public static final int LINE = 200;

    private static final ClassValue<Plan> PLANS = new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> type) {
            return Plan.of(type);
        }
    };

    private FieldRules() {}

    /**
     * Returns the record with its texts normalised.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} with every field that breaks a rule
     */
    public static <T extends Record> T require(T given) {
        List<FieldProblem> problems = new ArrayList<>();
        T kept = read(given, "", problems);
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(
                            FieldRules.class, "field-rules.fields-break-their-rules", first.message(), first.field()),
                    problems);
        }
        return kept;
    }

    /**
     * Returns the record with its texts normalised, and adds what is wrong to a list.
     *
     * @param path what stands before the names of its fields, e.g. {@code applicant.}
     */
    public static <T extends Record> T read(T given, String path, List<FieldProblem> problems) {
        @SuppressWarnings("unchecked")
        T kept = (T) PLANS.get(given.getClass()).read(given, path, problems);
        return kept;
    }

    /** One field of a record and what is asked of it. */
    private record Part(
            String name, MethodHandle accessor, boolean required, boolean filled, int most, boolean nested) {
        static Part of(RecordComponent component) {
            try {
                // The annotations know no record components, and stand on the accessor
                Method method = component.getAccessor();
                MethodHandle accessor = MethodHandles.publicLookup().unreflect(method);
                Size size = method.getAnnotation(Size.class);
                boolean filled =
                        method.isAnnotationPresent(NotBlank.class) || method.isAnnotationPresent(NotEmpty.class);
                return new Part(
                        component.getName(),
                        accessor,
                        filled || method.isAnnotationPresent(NotNull.class),
                        filled,
                        size == null ? Integer.MAX_VALUE : size.max(),
                        method.isAnnotationPresent(Valid.class) || holdsValid(method.getAnnotatedReturnType()));
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException(component + " is not public", e);
            }
        }

        private static boolean holdsValid(AnnotatedType type) {
            return type instanceof AnnotatedParameterizedType list
                    && Arrays.stream(list.getAnnotatedActualTypeArguments())
                            .anyMatch(element -> element.isAnnotationPresent(Valid.class));
        }

        Object read(Record owner, String path, List<FieldProblem> problems) {
            Object value = value(owner);
            String field = path + name;
            if (value == null) {
                if (required) {
                    problems.add(new FieldProblem(field, LocalizedMessage.of(FieldRules.class, "field-rules.given")));
                }
                return null;
            }
            if (value instanceof String text) {
                return text(text, field, problems);
            }
            if (value instanceof List<?> list) {
                return list(list, field, problems);
            }
            return nested && value instanceof Record record ? FieldRules.read(record, field + ".", problems) : value;
        }

        private Object value(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        private String text(String given, String field, List<FieldProblem> problems) {
            String text = TextRules.normalized(given);
            if (filled && TextRules.isBlank(text)) {
                problems.add(new FieldProblem(field, LocalizedMessage.of(FieldRules.class, "field-rules.given")));
            } else if (text.length() > most) {
                problems.add(new FieldProblem(
                        field, LocalizedMessage.of(FieldRules.class, "field-rules.most-characters", most)));
            } else if (TextRules.isUnfit(text)) {
                problems.add(new FieldProblem(
                        field, LocalizedMessage.of(FieldRules.class, "field-rules.holds-characters-cannot-kept")));
            } else if (most <= LINE && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
                problems.add(new FieldProblem(field, LocalizedMessage.of(FieldRules.class, "field-rules.single-line")));
            }
            return text;
        }

        private List<?> list(List<?> given, String field, List<FieldProblem> problems) {
            if (filled && given.isEmpty()) {
                problems.add(new FieldProblem(field, LocalizedMessage.of(FieldRules.class, "field-rules.given")));
            }
            if (given.size() > most) {
                problems.add(new FieldProblem(
                        field, LocalizedMessage.of(FieldRules.class, "field-rules.most-entries", most)));
                return given;
            }
            if (!nested) {
                return given;
            }
            List<Object> kept = new ArrayList<>();
            boolean changed = false;
            for (int i = 0; i < given.size(); i++) {
                String place = field + "[" + i + "]";
                if (given.get(i) instanceof Record record) {
                    kept.add(FieldRules.read(record, place + ".", problems));
                    changed |= kept.get(i) != record;
                } else {
                    kept.add(null);
                    problems.add(new FieldProblem(place, LocalizedMessage.of(FieldRules.class, "field-rules.given")));
                }
            }
            return changed ? kept : given;
        }
    }

    private record Plan(List<Part> parts, Constructor<?> constructor) {
        static Plan of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Plan(Arrays.stream(components).map(Part::of).toList(), type.getConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is not a public record", e);
            }
        }

        Record read(Record given, String path, List<FieldProblem> problems) {
            Object[] values = new Object[parts.size()];
            boolean changed = false;
            for (int i = 0; i < values.length; i++) {
                Part part = parts.get(i);
                values[i] = part.read(given, path, problems);
                changed |= values[i] != part.value(given);
            }
            return changed ? made(values) : given;
        }

        private Record made(Object[] values) {
            try {
                return (Record) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record refuses its own values: " + constructor, e);
            }
        }
    }
}
