package org.yichuang.shell.internal.commands;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.LocalizedMessage;
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
        TextTable table = new TextTable("", "检查 Check", "情况 Finding");
        for (Line line : lines) {
            table.row(line.grade(), chinese(line.title()) + " " + line.check(), both(line.message()));
            if (!chinese(line.advice()).isEmpty()) {
                table.row("", "", "→ " + both(line.advice()));
            }
        }
        CommandResult result = CommandResult.of(lines.stream().map(Row::of).toList(), table, "没有检查 / No checks");
        long failed = lines.stream().filter(line -> line.grade() == Grade.FAIL).count();
        return failed == 0 ? result : result.failing(failed + " 项不合格 / " + failed + " checks failed");
    }

    private static String both(LocalizedMessage message) {
        return chinese(message) + " / " + message.in(Locale.ENGLISH);
    }

    private static String chinese(LocalizedMessage message) {
        return message.in(LocalizedMessage.CHINESE);
    }

    /** A finding for programs. */
    record Row(String check, Grade grade, String zh, String en, String adviceZh, String adviceEn) {
        static Row of(Line line) {
            return new Row(
                    line.check(),
                    line.grade(),
                    chinese(line.message()),
                    line.message().in(Locale.ENGLISH),
                    chinese(line.advice()),
                    line.advice().in(Locale.ENGLISH));
        }
    }
}
