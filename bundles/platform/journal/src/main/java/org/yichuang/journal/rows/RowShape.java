package org.yichuang.journal.rows;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.yichuang.journal.internal.persistence.DatabaseFailure;
import org.yichuang.kernel.api.Digests;

/**
 * Which columns of a table a digest covers: all that its entity has, but the tenant (which goes in by itself), the
 * version that JPA counts, and the head of the chain, which is compared with the chain. Its id stands before each
 * digest, so that a digest over other columns is never taken for one over these.
 */
public final class RowShape {
    /** The columns in which an aggregate keeps the head of its chain. */
    public static final String CHAIN_SEQUENCE = "CHAIN_SEQUENCE";

    public static final String CHAIN_HASH = "CHAIN_HASH";

    private static final Set<String> APART = Set.of("TENANT", CHAIN_SEQUENCE, CHAIN_HASH);
    private static final int ID_CHARACTERS = 12;
    /** Half a second's work: four columns more than before in a table of forty, eight in one of twenty. */
    private static final long MOST_TRIES = 300_000;

    private static final String NULL = "-";
    private static final String PRESENT = "+";

    private final String table;
    private final List<String> columns;
    private final String id;

    /**
     * @param columns those that are covered
     */
    public RowShape(String table, Set<String> columns) {
        this.table = table;
        this.columns = List.copyOf(new TreeSet<>(columns));
        this.id = id(table, this.columns);
    }

    /** The shape of an entity's table. */
    public static RowShape of(ClassDescriptor descriptor) {
        Set<String> columns = new TreeSet<>();
        descriptor.getFields().forEach(field -> columns.add(name(field)));
        columns.removeAll(APART);
        if (descriptor.getOptimisticLockingPolicy() != null) {
            columns.remove(name(descriptor.getOptimisticLockingPolicy().getWriteLockField()));
        }
        return new RowShape(descriptor.getTableName().toUpperCase(Locale.ROOT), columns);
    }

    /**
     * The shape of which only the id is known, if the present one has all its columns: that of a version before a
     * migration has added some. It is found by leaving out columns, the fewest first.
     */
    Optional<RowShape> former(String itsId) {
        long tried = 0;
        long candidates = 1;
        for (int fewer = 0; fewer < columns.size() && tried + candidates <= MOST_TRIES; fewer++) {
            Optional<RowShape> found = without(columns, 0, fewer, itsId);
            if (found.isPresent()) {
                return found;
            }
            tried += candidates;
            candidates = candidates * (columns.size() - fewer) / (fewer + 1);
        }
        return Optional.empty();
    }

    /** Leaves out so many more columns, none before a place. */
    private Optional<RowShape> without(List<String> kept, int from, int more, String itsId) {
        if (more == 0) {
            return id(table, kept).equals(itsId)
                    ? Optional.of(new RowShape(table, Set.copyOf(kept)))
                    : Optional.empty();
        }
        for (int i = from; i <= kept.size() - more; i++) {
            List<String> fewer = new ArrayList<>(kept);
            fewer.remove(i);
            Optional<RowShape> found = without(fewer, i, more - 1, itsId);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String id(String table, List<String> columns) {
        return Digests.sha256(table + "\n" + String.join("\n", columns)).substring(0, ID_CHARACTERS);
    }

    /** A column's name as it stands in a shape. */
    static String name(DatabaseField field) {
        return field.getName().toUpperCase(Locale.ROOT);
    }

    /** Twelve characters that stand for the table and its columns. */
    public String id() {
        return id;
    }

    public String table() {
        return table;
    }

    public List<String> columns() {
        return columns;
    }

    /**
     * The digest of a row.
     *
     * @param value gives a column's value, as JDBC does
     * @return the shape's id, a point, and the SHA-256 in 43 characters
     */
    public String digest(String tenant, Function<String, Object> value) {
        MessageDigest sha = sha256();
        add(sha, table);
        add(sha, tenant);
        for (String column : columns) {
            add(sha, column);
            add(sha, canonical(value.apply(column)));
        }
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
    }

    private static void add(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    /** The same text for the same value, whichever driver gives it. */
    private static String canonical(Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof byte[] bytes) {
            return PRESENT + Digests.sha256(bytes);
        }
        if (value instanceof Clob clob) {
            return PRESENT + text(clob);
        }
        if (value instanceof Date date) {
            return PRESENT + date.toLocalDate();
        }
        if (value instanceof BigDecimal decimal) {
            return PRESENT + decimal.stripTrailingZeros().toPlainString();
        }
        return PRESENT + value;
    }

    private static String text(Clob clob) {
        try {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
