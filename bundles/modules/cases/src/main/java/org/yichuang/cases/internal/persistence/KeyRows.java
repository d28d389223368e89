package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.UnitOfWork;

/** What is kept under which master key, and what under none: answered from an index, however many rows there are. */
public class KeyRows {
    /** A table with texts that belong to people. */
    public enum Table {
        CASES("CASES_CASE", "CASE_NUMBER"),
        DRAFTS("CASES_DRAFT", "DRAFT_ID");

        private final String first;
        private final String next;
        private final String under;
        private final String nextTenant;

        Table(String name, String id) {
            String key = "SELECT KEY_NAME FROM " + name + " WHERE TENANT=? AND KEY_NAME";
            String one = " ORDER BY KEY_NAME FETCH FIRST 1 ROWS ONLY";
            first = key + ">=?" + one;
            next = key + ">?" + one;
            nextTenant = "SELECT TENANT FROM " + name + " WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY";
            under = "SELECT " + id + " FROM " + name + " WHERE TENANT=? AND KEY_NAME=? AND " + id + ">? ORDER BY " + id
                    + " FETCH FIRST ? ROWS ONLY";
        }
    }

    private static final String FILES_IN_ROWS =
            """
            SELECT FILE_ID FROM CASES_FILE
            WHERE TENANT=? AND CONTENT IS NOT NULL AND FILE_ID>?
            ORDER BY FILE_ID FETCH FIRST ? ROWS ONLY""";

    /** Returns the names of the keys that rows of the unit's tenant have; empty for those that have none yet. */
    public List<String> keys(UnitOfWork unit, Table table) {
        List<String> keys = new ArrayList<>();
        List<String> found = texts(unit, table.first, "");
        while (!found.isEmpty()) {
            keys.addAll(found);
            found = texts(unit, table.next, found.get(0));
        }
        return keys;
    }

    /** Returns up to {@code most} rows after one that are under a key, by their ids. */
    public List<String> under(UnitOfWork unit, Table table, String key, String after, int most) {
        return texts(unit, table.under, key, after, most);
    }

    /** Returns up to {@code most} files after one whose bytes are still in their rows, unencrypted. */
    public List<String> filesInRows(UnitOfWork unit, String after, int most) {
        return texts(unit, FILES_IN_ROWS, after, most);
    }

    /**
     * Returns the tenants that have rows, whether or not they are centres at present; each is one look at an index.
     *
     * @param unit one that sees across the tenants
     */
    public List<String> tenants(UnitOfWork unit, Table table) {
        List<String> tenants = new ArrayList<>();
        List<String> found = select(unit, table.nextTenant, "");
        while (!found.isEmpty()) {
            tenants.addAll(found);
            found = select(unit, table.nextTenant, found.get(0));
        }
        return tenants;
    }

    private static List<String> texts(UnitOfWork unit, String sql, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(0, unit.context().tenant().value());
        return select(unit, sql, all.toArray());
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
            throw new IllegalStateException("The keys of texts cannot be read", e);
        }
    }
}
