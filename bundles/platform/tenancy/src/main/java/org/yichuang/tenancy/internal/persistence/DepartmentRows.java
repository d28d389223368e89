package org.yichuang.tenancy.internal.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments.Department;

/** The rows of departments. */
public class DepartmentRows {
    private static final String TABLE = "TENANCY_DEPARTMENT";
    private static final String STATE =
            "SELECT ID, NAME, OTHER_NAMES, IS_CLOSED, CHAIN_LENGTH, CHAIN_HASH FROM TENANCY_DEPARTMENT WHERE TENANT=?";

    /** Returns all departments of a centre by name. */
    public List<Department> list(Connection connection, TenantId tenant) {
        return Jdbc.list(
                connection,
                "SELECT ID, NAME, OTHER_NAMES, IS_CLOSED FROM TENANCY_DEPARTMENT WHERE TENANT=? ORDER BY NAME",
                DepartmentRows::department,
                tenant.value());
    }

    /** Returns up to {@code most} rows as they stand, after an id. */
    public List<RowState> states(Connection connection, TenantId tenant, String after, int most) {
        return Jdbc.list(
                connection,
                STATE + " AND ID>? ORDER BY ID FETCH FIRST " + most + " ROWS ONLY",
                row -> state(row, tenant),
                tenant.value(),
                after);
    }

    /** Returns a department's row as it stands, if it was ever here. */
    public Optional<RowState> state(Connection connection, TenantId tenant, String id) {
        return Jdbc.list(connection, STATE + " AND ID=?", row -> state(row, tenant), tenant.value(), id).stream()
                .findFirst();
    }

    /** The same, holding the row until the transaction ends: Derby lets go of what is only selected for an update. */
    public Optional<RowState> hold(Connection connection, TenantId tenant, String id) {
        Jdbc.update(connection, "UPDATE TENANCY_DEPARTMENT SET NAME=NAME WHERE TENANT=? AND ID=?", tenant.value(), id);
        return state(connection, tenant, id);
    }

    private static RowState state(ResultSet row, TenantId tenant) throws SQLException {
        Department department = department(row);
        ChainHead head = new ChainHead(row.getLong(5), row.getString(6));
        return new RowState(department.id(), Optional.of(head), digest(tenant, department));
    }

    private static Department department(ResultSet row) throws SQLException {
        Set<String> others =
                row.getString(3).lines().filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        return new Department(row.getString(1), row.getString(2), others, row.getInt(4) != 0);
    }

    /** One a line: a name is one line. */
    private static String lines(Set<String> names) {
        return String.join("\n", names);
    }

    /** The digest of the row that a department is written to. */
    public static String digest(TenantId tenant, Department department) {
        return RowDigests.of(
                TABLE,
                tenant,
                Map.of(
                        "ID",
                        department.id(),
                        "NAME",
                        department.name(),
                        "OTHER_NAMES",
                        lines(department.otherNames()),
                        "IS_CLOSED",
                        department.isClosed() ? 1 : 0));
    }

    /** What the digests of rows cover at present. */
    public static String shape() {
        return RowDigests.shapeOf(TABLE, Set.of("ID", "NAME", "OTHER_NAMES", "IS_CLOSED"));
    }

    /** Writes a department, new or not. */
    public void save(Connection connection, TenantId tenant, Department department, ChainHead head) {
        Object[] values = {
            department.name(),
            lines(department.otherNames()),
            department.isClosed() ? 1 : 0,
            head.sequence(),
            head.hash(),
            tenant.value(),
            department.id()
        };
        int updated = Jdbc.update(
                connection,
                "UPDATE TENANCY_DEPARTMENT SET NAME=?, OTHER_NAMES=?, IS_CLOSED=?, CHAIN_LENGTH=?, CHAIN_HASH=?"
                        + " WHERE TENANT=? AND ID=?",
                values);
        if (updated == 0) {
            Jdbc.update(
                    connection,
                    "INSERT INTO TENANCY_DEPARTMENT (NAME, OTHER_NAMES, IS_CLOSED, CHAIN_LENGTH, CHAIN_HASH, TENANT,"
                            + " ID) VALUES (?,?,?,?,?,?,?)",
                    values);
        }
    }
}
