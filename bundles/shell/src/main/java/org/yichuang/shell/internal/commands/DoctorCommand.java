package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.HealthReport;
import org.yichuang.shell.api.HealthReport.Grade;
import org.yichuang.shell.api.HealthReport.Line;
import org.yichuang.shell.api.OperatorCommand;
import org.yichuang.shell.api.TextTable;

/** Looks at everything that an operator would look at. */
@Command(scope = "yichuang", name = "doctor", description = "Examines the platform and says what to do (全面检查)")
@Service
public class DoctorCommand extends OperatorCommand {
    @Reference
    HealthReport report;

    @Override
    protected CommandResult run() {
        List<Line> lines = report.examine();
        TextTable table = new TextTable("", words("check"), words("finding"));
        for (Line line : lines) {
            table.row(line.grade(), TextTable.label(words("check-title", line.title(), line.check())), line.message());
            if (!line.advice().zh().isEmpty()) {
                table.row("", "→", line.advice());
            }
        }
        CommandResult result = CommandResult.of(lines.stream().map(Row::of).toList(), table, words("no-checks"));
        long failed = lines.stream().filter(line -> line.grade() == Grade.FAIL).count();
        return failed == 0 ? result : result.failing(words("checks-failed", failed));
    }

    /** A finding for programs. */
    record Row(String check, Grade grade, String zh, String en, String adviceZh, String adviceEn) {
        static Row of(Line line) {
            return new Row(
                    line.check(),
                    line.grade(),
                    line.message().zh(),
                    line.message().en(),
                    line.advice().zh(),
                    line.advice().en());
        }
    }
}
