package org.yichuang.shell.internal.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;

/** Looks at everything that an operator would look at. */
public class Doctor {
    private final List<Check> checks;

    public Doctor(Desk desk, List<Bundle> bundles, Settings settings, Path base) {
        this(List.of(
                new DatabaseCheck(desk.services()),
                new MigrationCheck(desk.services(), bundles),
                new CentreCheck(desk),
                new ModuleCheck(desk),
                new ReadinessChecks(desk.services()),
                new CalendarCheck(desk),
                new KeyFileCheck(base),
                new AnchorCheck(desk, settings, base),
                new ExchangeCheck(desk),
                new LeaseCheck(desk, settings),
                new RouteCheck(desk.services()),
                new ClockCheck(settings),
                new DiskCheck(base),
                new DemoAccountsCheck(settings, base)));
    }

    Doctor(List<Check> checks) {
        this.checks = checks;
    }

    /** Runs all checks; one that breaks is a finding and stops no other. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(run(check)));
        return findings;
    }

    /** The findings as a table. */
    public Sheet examine() {
        List<Finding> findings = findings();
        TextTable table = new TextTable("", "检查 Check", "情况 Finding");
        for (Finding finding : findings) {
            table.row(finding.grade(), finding.check(), finding.zh() + " / " + finding.en());
            if (!finding.advice().isEmpty()) {
                table.row("", "", "→ " + finding.advice());
            }
        }
        Sheet sheet = Sheet.of(findings, table, "");
        long failed = findings.stream()
                .filter(finding -> finding.grade() == Finding.Grade.FAIL)
                .count();
        return failed == 0 ? sheet : sheet.failing(failed + " 项不合格 / " + failed + " checks failed");
    }

    private static List<Finding> run(Check check) {
        try {
            return check.run();
        } catch (RuntimeException | NoClassDefFoundError e) {
            return List.of(Finding.fail(
                    check.name(), "无法检查：" + e.getMessage(), "It could not be checked: " + e, "见日志 / See the log"));
        }
    }
}
