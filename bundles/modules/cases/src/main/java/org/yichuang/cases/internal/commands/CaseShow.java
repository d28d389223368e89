package org.yichuang.cases.internal.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Shows where a case stands, and its clocks: no applicant, no form, no query code. */
@Command(scope = "case", name = "show", description = "Shows where a case stands, and its clocks (查看办件)")
@Service
public class CaseShow extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CasesCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "number", description = "The number of the case (办件编号)", required = true)
    String number;

    @Reference
    CaseService cases;

    @Override
    protected CommandResult run() {
        CallContext context = reading(centre, "cases");
        Row view = Row.of(centre, cases.find(number, context), cases.deadlines(number, context));
        TextTable table = new TextTable("", "")
                .row("编号 Number", view.number())
                .row("状态 State", view.stateName() + " " + view.state())
                .row("事项 Item", view.item() + " " + view.itemName() + " v" + view.itemVersion())
                .row("部门 Department", view.department())
                .row("收件 Received", Timestamps.text(view.receivedAt()))
                .row("应办 Due", view.due())
                .row("路线 Route", view.route() + ", " + (view.stage() + 1) + "/" + view.stages())
                .row("下级 Lower", peer(view.lowerCentre(), view.lowerNumber()))
                .row("上级 Upper", peer(view.upperCentre(), view.upperNumber()));
        StringBuilder text = new StringBuilder(table.toString().stripLeading());
        for (DeadlineView deadline : view.deadlines()) {
            text.append("%n%s（%s）%s：%s%n  %s%n  %s%n"
                    .formatted(
                            deadline.kindName(),
                            deadline.centreName(),
                            deadline.state(),
                            deadline.date() == null ? "–" : deadline.date(),
                            deadline.explanation(),
                            deadline.explanationEn()));
        }
        return CommandResult.of(view, text.toString());
    }

    private static String peer(String centre, String number) {
        if (centre == null) {
            return "–";
        }
        return centre + (number == null ? "" : " " + number);
    }

    /** A case for programs. */
    record Row(
            String centre,
            String number,
            String state,
            String stateName,
            String item,
            String itemName,
            int itemVersion,
            String department,
            Instant receivedAt,
            LocalDate due,
            String route,
            int stage,
            int stages,
            String lowerCentre,
            String lowerNumber,
            String upperCentre,
            String upperNumber,
            List<String> commands,
            long version,
            List<DeadlineView> deadlines) {
        static Row of(String centre, CaseView view, List<DeadlineView> deadlines) {
            return new Row(
                    centre,
                    view.number(),
                    view.state().name(),
                    view.stateName(),
                    view.item(),
                    view.itemName(),
                    view.itemVersion(),
                    view.department(),
                    view.receivedAt(),
                    view.due(),
                    view.route() == null ? "" : view.route().name(),
                    view.stage(),
                    view.route() == null ? 0 : view.route().stages().size(),
                    view.lower() == null ? null : view.lower().centre(),
                    view.lower() == null ? null : view.lower().number(),
                    view.upper() == null ? null : view.upper().centre(),
                    view.upper() == null ? null : view.upper().number(),
                    view.commands(),
                    view.version(),
                    deadlines);
        }
    }
}
