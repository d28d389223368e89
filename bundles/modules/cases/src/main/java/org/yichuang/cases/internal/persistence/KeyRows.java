package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.UnitOfWork;

/** Where texts that belong to people are encrypted, and where they are not yet. */
public final class KeyRows {
    /** The cases. */
    public static final EncryptedTable CASES = new EncryptedTable("CASES_CASE", "CASE_NUMBER");

    /** What is still being written. */
    public static final EncryptedTable DRAFTS = new EncryptedTable("CASES_DRAFT", "DRAFT_ID");

    private static final String FILES_IN_ROWS =
            """
            SELECT FILE_ID FROM CASES_FILE
            WHERE TENANT=? AND CONTENT IS NOT NULL AND FILE_ID>?
            ORDER BY FILE_ID FETCH FIRST ? ROWS ONLY""";

    private KeyRows() {}

    /** Returns up to {@code most} files after one whose bytes are still in their rows, unencrypted. */
    public static List<String> filesInRows(UnitOfWork unit, String after, int most) {
        try (PreparedStatement statement = unit.connection().prepareStatement(FILES_IN_ROWS)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, after);
            statement.setInt(3, most);
            List<String> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("The files in rows cannot be read", e);
        }
    }
}
