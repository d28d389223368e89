package org.yichuang.shell.internal.doctor;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.yichuang.shell.internal.desks.Services;

/** Is there a database, which one, and how fast does it answer? */
class DatabaseCheck implements Check {
    private static final String FILTER = "(osgi.jndi.service.name=yichuang)";
    private static final int PATIENCE_SECONDS = 5;
    private static final long SLOW_MILLIS = 50;

    private final Services services;

    DatabaseCheck(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "数据库 database";
    }

    @Override
    public List<Finding> run() {
        Optional<DataSource> source = services.find(DataSource.class, FILTER);
        if (source.isEmpty()) {
            return List.of(Finding.fail(
                    name(),
                    "没有数据源",
                    "There is no data source",
                    "检查 etc/org.ops4j.datasource-yichuang.cfg / Check etc/org.ops4j.datasource-yichuang.cfg"));
        }
        try (Connection connection = source.get().getConnection()) {
            return List.of(ask(connection));
        } catch (SQLException e) {
            return List.of(Finding.fail(
                    name(),
                    "数据库不可用：" + e.getMessage(),
                    "The database does not answer: " + e.getMessage(),
                    "检查数据库是否运行、地址与口令 / Check that it runs, its address and password"));
        }
    }

    private Finding ask(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String product = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        long start = System.nanoTime();
        boolean answers = connection.isValid(PATIENCE_SECONDS);
        long micros = (System.nanoTime() - start) / 1_000;
        if (!answers) {
            return Finding.fail(name(), product + " 无应答", product + " does not answer", "检查数据库 / Check the database");
        }
        String found = product + ", " + micros + " µs";
        if (micros > SLOW_MILLIS * 1_000) {
            return Finding.warn(
                    name(), "应答缓慢：" + found, "It answers slowly: " + found, "检查网络与负载 / Check network and load");
        }
        return Finding.ok(name(), found, found);
    }
}
