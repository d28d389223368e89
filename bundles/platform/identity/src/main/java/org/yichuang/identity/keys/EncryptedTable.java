package org.yichuang.identity.keys;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.UnitOfWork;

/**
 * A table with values of {@link PersonalDataCipher}, and beside them in {@code KEY_NAME} the name of the master key
 * that they are under; empty while they are under none. Everything is answered from an index, however many rows there
 * are: the table must have one over {@code TENANT}, {@code KEY_NAME} and its id.
 */
public final class EncryptedTable {
    private static final String ONE = " FETCH FIRST 1 ROWS ONLY";

    private final String name;
    private final String firstKey;
    private final String nextKey;
    private final String nextTenant;
    private final String under;

    /**
     * @param name e.g. {@code CASES_DRAFT}: the bundle's own constant, never what somebody has typed
     * @param id the column that is its key beside {@code TENANT}
     */
    public EncryptedTable(String name, String id) {
        String key = "SELECT KEY_NAME FROM " + name + " WHERE TENANT=? AND KEY_NAME";
        this.name = name;
        this.firstKey = key + ">=? ORDER BY KEY_NAME" + ONE;
        this.nextKey = key + ">? ORDER BY KEY_NAME" + ONE;
        this.nextTenant = "SELECT TENANT FROM " + name + " WHERE TENANT>? ORDER BY TENANT" + ONE;
        this.under = "SELECT " + id + " FROM " + name + " WHERE TENANT=? AND KEY_NAME=? AND " + id + ">? ORDER BY " + id
                + " FETCH FIRST ? ROWS ONLY";
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Returns the names of the keys that rows of the unit's tenant have; an empty one for rows that have none yet. */
    public List<String> keys(UnitOfWork unit) {
        String tenant = tenant(unit);
        List<String> keys = new ArrayList<>();
        List<String> found = select(unit, firstKey, tenant, "");
        while (!found.isEmpty()) {
            keys.addAll(found);
            found = select(unit, nextKey, tenant, found.get(0));
        }
        return keys;
    }

    /** Returns up to {@code most} rows of the unit's tenant that are under a key, behind one, by their ids. */
    public List<String> under(String key, String after, int most, UnitOfWork unit) {
        return select(unit, under, tenant(unit), key, after, most);
    }

    /**
     * Returns the tenants that have rows, whether or not they are centres at present; each is one look at an index.
     *
     * @param unit one that sees across the tenants
     */
    public List<String> tenants(UnitOfWork unit) {
        List<String> tenants = new ArrayList<>();
        List<String> found = select(unit, nextTenant, "");
        while (!found.isEmpty()) {
            tenants.addAll(found);
            found = select(unit, nextTenant, found.get(0));
        }
        return tenants;
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static List<String> select(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of what is encrypted cannot be read", e);
        }
    }
}
