package org.yichuang.journal.rows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Record;

/** The rows of entities, as EclipseLink reads and writes them. */
public final class EntityRows {
    /** Where a descriptor keeps its shape, so that it goes with its persistence unit. */
    private static final String SHAPE = "yichuang.journal.shape";

    /** Where it keeps those of earlier versions, as finding them takes a while. */
    private static final String FORMER_SHAPES = "yichuang.journal.former-shapes";

    private EntityRows() {}

    /** The shape of an entity's rows. */
    public static RowShape shape(EntityManager manager, Class<?> entity) {
        return shape(descriptor(manager, entity));
    }

    private static RowShape shape(ClassDescriptor descriptor) {
        RowShape shape = (RowShape) descriptor.getProperty(SHAPE);
        if (shape == null) {
            shape = RowShape.of(descriptor);
            descriptor.setProperty(SHAPE, shape);
        }
        return shape;
    }

    /** How EclipseLink maps an entity. */
    public static ClassDescriptor descriptor(EntityManager manager, Class<?> entity) {
        return LoadedRows.session(manager).getDescriptor(entity);
    }

    /** The digest of the row that an entity was read from, empty for a new one. */
    public static String loaded(EntityManager manager, Object entity) {
        Record row = LoadedRows.of(entity, manager);
        if (row == null) {
            return "";
        }
        ClassDescriptor descriptor = descriptor(manager, entity.getClass());
        return shape(descriptor).digest(tenant(manager), values(descriptor, (AbstractRecord) row)::get);
    }

    /**
     * The digest, over the columns of an earlier version, of the row that was found so in this transaction; empty when
     * no entity was read from such a row, or those columns cannot be told any more.
     *
     * @param found the row's digest over its present columns
     * @param former what digests began with then
     */
    public static Optional<String> formerly(EntityManager manager, String found, String former) {
        return LoadedRows.all(manager).entrySet().stream()
                .filter(row -> isFound(manager, row.getKey(), found))
                .findFirst()
                .flatMap(row -> {
                    ClassDescriptor descriptor =
                            descriptor(manager, row.getKey().getClass());
                    Map<String, Object> values = values(descriptor, (AbstractRecord) row.getValue());
                    return former(descriptor, former).map(shape -> shape.digest(tenant(manager), values::get));
                });
    }

    private static boolean isFound(EntityManager manager, Object entity, String found) {
        return found.startsWith(shape(manager, entity.getClass()).id())
                && loaded(manager, entity).equals(found);
    }

    /** The shape that digests of a beginning belong to. */
    @SuppressWarnings("unchecked")
    static Optional<RowShape> former(ClassDescriptor descriptor, String beginning) {
        Map<String, Optional<RowShape>> formers =
                (Map<String, Optional<RowShape>>) descriptor.getProperty(FORMER_SHAPES);
        if (formers == null) {
            formers = new ConcurrentHashMap<>();
            descriptor.setProperty(FORMER_SHAPES, formers);
        }
        return formers.computeIfAbsent(
                beginning, id -> RowShape.of(descriptor).former(id.substring(0, id.length() - 1)));
    }

    /** The digest of a row with these values. */
    public static String of(EntityManager manager, Class<?> entity, Map<String, Object> values) {
        RowShape shape = shape(manager, entity);
        if (!values.keySet().containsAll(shape.columns())) {
            throw new IllegalArgumentException("A column is missing: " + shape.columns());
        }
        return shape.digest(tenant(manager), values::get);
    }

    /** The digest of the row that an entity is written to. */
    public static String written(EntityManager manager, Object entity) {
        AbstractSession session = LoadedRows.session(manager);
        ClassDescriptor descriptor = descriptor(manager, entity.getClass());
        Map<String, Object> values = values(
                descriptor, descriptor.getObjectBuilder().buildRow(entity, session, DatabaseMapping.WriteType.INSERT));
        Record loaded = LoadedRows.of(entity, manager);
        if (loaded != null) {
            keepUnchanged(descriptor, values, values(descriptor, (AbstractRecord) loaded), session);
        }
        return shape(descriptor).digest(tenant(manager), values::get);
    }

    /**
     * A text that an older version of the code has written may read otherwise when it is written anew; as long as what
     * it means has not changed, EclipseLink leaves the row's text alone.
     */
    private static void keepUnchanged(
            ClassDescriptor descriptor,
            Map<String, Object> written,
            Map<String, Object> loaded,
            AbstractSession session) {
        for (DatabaseField field : descriptor.getFields()) {
            String name = RowShape.name(field);
            if (loaded.get(name) instanceof String before
                    && !before.equals(written.get(name))
                    && descriptor.getObjectBuilder().getMappingForField(field) instanceof AbstractDirectMapping mapping
                    && mapping.getConverter() != null) {
                Object again = mapping.getFieldValue(mapping.getObjectValue(before, session), session);
                if (again != null && again.equals(written.get(name))) {
                    written.put(name, before);
                }
            }
        }
    }

    private static Map<String, Object> values(ClassDescriptor descriptor, AbstractRecord row) {
        Map<String, Object> values = new HashMap<>();
        descriptor.getFields().forEach(field -> values.put(RowShape.name(field), row.get(field)));
        return values;
    }

    private static String tenant(EntityManager manager) {
        return String.valueOf(LoadedRows.session(manager).getProperty(LoadedRows.TENANT_PROPERTY));
    }
}
