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
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;
import org.yichuang.shell.api.Wording;

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
                .row(heading("number"), view.number())
                .row(
                        heading("state"),
                        TextTable.label(CaseState.valueOf(view.state()).label()))
                .row(heading("item"), view.item() + " " + view.itemName() + " v" + view.itemVersion())
                .row(heading("department"), view.department())
                .row(heading("received"), Timestamps.text(view.receivedAt()))
                .row(heading("due"), view.due())
                .row(heading("route"), view.route() + ", " + (view.stage() + 1) + "/" + view.stages())
                .row(heading("lower"), peer(view.lowerCentre(), view.lowerNumber()))
                .row(heading("upper"), peer(view.upperCentre(), view.upperNumber()));
        return CommandResult.worded(
                view, wording -> table.in(wording).stripLeading() + deadlines(view.deadlines(), wording));
    }

    private static String deadlines(List<DeadlineView> deadlines, Wording wording) {
        StringBuilder text = new StringBuilder();
        for (DeadlineView deadline : deadlines) {
            text.append("%n%s（%s）%s：%s%n"
                    .formatted(
                            deadline.kindName(),
                            deadline.centreName(),
                            deadline.state(),
                            deadline.date() == null ? "–" : deadline.date()));
            wording.languages().stream()
                    .map(deadline.why()::in)
                    .distinct()
                    .forEach(explanation -> text.append("  %s%n".formatted(explanation)));
        }
        return text.toString();
    }

    private Object heading(String key) {
        return TextTable.label(words(key));
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
