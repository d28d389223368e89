package org.yichuang.documents.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.journal.api.UnitOfWork;

/** The names of the master keys that files and documents are under; each is one look at an index. */
public final class KeyNames {
    private static final String ONE = " FETCH FIRST 1 ROWS ONLY";
    private static final String NEXT_OF_FILES =
            "SELECT KEY_NAME FROM DOCUMENTS_FILE WHERE TENANT=? AND KEY_NAME>? ORDER BY KEY_NAME" + ONE;
    private static final String NEXT_OF_DOCUMENTS =
            "SELECT KEY_NAME FROM DOCUMENTS_DOCUMENT WHERE TENANT=? AND KEY_NAME>? ORDER BY KEY_NAME" + ONE;

    private KeyNames() {}

    /** Under which keys the files of the unit's centre are. */
    public static Set<String> ofFiles(UnitOfWork unit) {
        return keys(unit, NEXT_OF_FILES);
    }

    /** Under which keys its documents are. */
    public static Set<String> ofDocuments(UnitOfWork unit) {
        return keys(unit, NEXT_OF_DOCUMENTS);
    }

    private static Set<String> keys(UnitOfWork unit, String sql) {
        String centre = unit.context().tenant().value();
        Set<String> keys = new TreeSet<>();
        Optional<String> key = next(unit, sql, centre, "");
        while (key.isPresent()) {
            keys.add(key.get());
            key = next(unit, sql, centre, key.get());
        }
        return keys;
    }

    /** The first column of the first row of a query; none when it has none. */
    public static Optional<String> next(UnitOfWork unit, String sql, String... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of documents cannot be read", e);
        }
    }
}
