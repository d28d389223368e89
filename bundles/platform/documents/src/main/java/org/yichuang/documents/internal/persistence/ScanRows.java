package org.yichuang.documents.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.UnitOfWork;

/** Which files nobody has looked at yet, and which of them could not be looked at when it was tried. */
public class ScanRows {
    /** A file of a centre. */
    public record Waiting(String tenant, String file) {}

    private static final String DUE =
            """
            SELECT F.TENANT, F.FILE_ID FROM DOCUMENTS_FILE F
            WHERE F.SCAN_STATE='NEW' AND (F.TENANT>? OR F.TENANT=? AND F.FILE_ID>?) AND NOT EXISTS
            (SELECT 1 FROM DOCUMENTS_SCAN S WHERE S.TENANT=F.TENANT AND S.FILE_ID=F.FILE_ID AND S.DUE_MICROS>?)
            ORDER BY F.TENANT, F.FILE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String IN_STATE =
            """
            SELECT TENANT, FILE_ID FROM DOCUMENTS_FILE WHERE SCAN_STATE=?
            ORDER BY TENANT, FILE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String PUT_OFF =
            """
            SELECT TENANT, FILE_ID FROM DOCUMENTS_SCAN WHERE ATTEMPTS>=?
            ORDER BY TENANT, FILE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String ATTEMPTS = "SELECT ATTEMPTS FROM DOCUMENTS_SCAN WHERE TENANT=? AND FILE_ID=?";
    private static final String ADD =
            "INSERT INTO DOCUMENTS_SCAN (TENANT, FILE_ID, DUE_MICROS, ATTEMPTS, LAST_ERROR) VALUES (?,?,?,1,?)";
    private static final String AGAIN =
            """
            UPDATE DOCUMENTS_SCAN SET DUE_MICROS=?, ATTEMPTS=ATTEMPTS+1, LAST_ERROR=?
            WHERE TENANT=? AND FILE_ID=?""";
    private static final String DONE = "DELETE FROM DOCUMENTS_SCAN WHERE TENANT=? AND FILE_ID=?";

    private final Clock machineClock;

    /** @param machineClock when something is tried again must not depend on a rehearsal's moved time */
    public ScanRows(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** Files that are to be looked at now, behind one; the unit sees all tenants. */
    public List<Waiting> due(Waiting after, int most, UnitOfWork unit) {
        return files(unit, DUE, after.tenant(), after.tenant(), after.file(), micros(machineClock.instant()), most);
    }

    /** Files in a state; the unit sees all tenants. */
    public List<Waiting> inState(String state, int most, UnitOfWork unit) {
        return files(unit, IN_STATE, state, most);
    }

    /** Files that could not be looked at, so many times; the unit sees all tenants. */
    public List<Waiting> putOff(int attempts, int most, UnitOfWork unit) {
        return files(unit, PUT_OFF, attempts, most);
    }

    /** How often a file has been tried in vain. */
    public int attempts(String file, UnitOfWork unit) {
        try (PreparedStatement statement = prepared(unit, ATTEMPTS, tenant(unit), file);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("Files to be scanned cannot be read", e);
        }
    }

    /** A file could not be looked at. */
    public void putOff(String file, String why, Duration rest, UnitOfWork unit) {
        long due = micros(machineClock.instant().plus(rest));
        if (update(unit, AGAIN, due, why, tenant(unit), file) == 0) {
            update(unit, ADD, tenant(unit), file, due, why);
        }
    }

    /** A file has been looked at, or is there no more. */
    public void done(String file, UnitOfWork unit) {
        update(unit, DONE, tenant(unit), file);
    }

    private static int update(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = prepared(unit, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What is to be scanned cannot be noted", e);
        }
    }

    private static List<Waiting> files(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = prepared(unit, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<Waiting> files = new ArrayList<>();
            while (row.next()) {
                files.add(new Waiting(row.getString(1), row.getString(2)));
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("Files to be scanned cannot be listed", e);
        }
    }

    private static PreparedStatement prepared(UnitOfWork unit, String sql, Object... values) throws SQLException {
        PreparedStatement statement = unit.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
