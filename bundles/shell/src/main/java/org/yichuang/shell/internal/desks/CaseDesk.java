package org.yichuang.shell.internal.desks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.shell.internal.text.Moments;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;

/** Cases, as far as those who run the platform need them: no applicant, no form, no query code. */
public class CaseDesk {
    private final Desk desk;

    public CaseDesk(Desk desk) {
        this.desk = desk;
    }

    /** Where a case stands at a centre, and its clocks. */
    public Sheet show(String centre, String number) {
        CallContext context = desk.at(centre, "cases");
        CaseService cases = desk.need(CaseService.class, "cases");
        View view = View.of(centre, cases.find(number, context), cases.deadlines(number, context));
        TextTable table = new TextTable("", "")
                .row("编号 Number", view.number())
                .row("状态 State", view.stateName() + " " + view.state())
                .row("事项 Item", view.item() + " " + view.itemName() + " v" + view.itemVersion())
                .row("部门 Department", view.department())
                .row("收件 Received", Moments.text(view.receivedAt()))
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
        return Sheet.of(view, text.toString());
    }

    private static String peer(String centre, String number) {
        if (centre == null) {
            return "–";
        }
        return centre + (number == null ? "" : " " + number);
    }

    /** A case for programs. */
    record View(
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
        static View of(String centre, CaseView view, List<DeadlineView> deadlines) {
            return new View(
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
