package org.yichuang.tenancy.internal.persistence;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments.Department;

/** The rows of departments. */
public class DepartmentRows {
    /** Returns all departments of a centre by name. */
    public List<Department> list(Connection connection, TenantId tenant) {
        return Jdbc.list(
                connection,
                "SELECT ID, NAME, IS_CLOSED FROM TENANCY_DEPARTMENT WHERE TENANT=? ORDER BY NAME",
                row -> new Department(row.getString(1), row.getString(2), row.getInt(3) != 0),
                tenant.value());
    }

    /** Returns up to {@code most} ends of audit chains after an id. */
    public Map<String, ChainHead> heads(Connection connection, TenantId tenant, String after, int most) {
        Map<String, ChainHead> heads = new LinkedHashMap<>();
        Jdbc.list(
                connection,
                "SELECT ID, CHAIN_LENGTH, CHAIN_HASH FROM TENANCY_DEPARTMENT WHERE TENANT=? AND ID>? ORDER BY ID"
                        + " FETCH FIRST " + most + " ROWS ONLY",
                row -> heads.put(row.getString(1), new ChainHead(row.getLong(2), row.getString(3))),
                tenant.value(),
                after);
        return heads;
    }

    /** Returns the end of a department's audit chain, holding its row until the transaction ends. */
    public ChainHead head(Connection connection, TenantId tenant, String id) {
        return Jdbc.list(
                        connection,
                        "SELECT CHAIN_LENGTH, CHAIN_HASH FROM TENANCY_DEPARTMENT WHERE TENANT=? AND ID=? FOR UPDATE",
                        row -> new ChainHead(row.getLong(1), row.getString(2)),
                        tenant.value(),
                        id)
                .stream()
                .findFirst()
                .orElse(ChainHead.START);
    }

    /** Writes a department, new or not. */
    public void save(Connection connection, TenantId tenant, Department department, ChainHead head) {
        Object[] values = {
            department.name(),
            department.isClosed() ? 1 : 0,
            head.sequence(),
            head.hash(),
            tenant.value(),
            department.id()
        };
        int updated = Jdbc.update(
                connection,
                "UPDATE TENANCY_DEPARTMENT SET NAME=?, IS_CLOSED=?, CHAIN_LENGTH=?, CHAIN_HASH=? WHERE TENANT=? AND ID=?",
                values);
        if (updated == 0) {
            Jdbc.update(
                    connection,
                    "INSERT INTO TENANCY_DEPARTMENT (NAME, IS_CLOSED, CHAIN_LENGTH, CHAIN_HASH, TENANT, ID)"
                            + " VALUES (?,?,?,?,?,?)",
                    values);
        }
    }
}
