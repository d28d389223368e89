package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.view.Lane;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.rest.api.Allow;

/** The clerk's workbench, and the worklist of everybody who works on cases: what is due first stands first. */
@Path("/{tenant}")
public class WorkPages {
    private static final int ROWS = 30;
    private static final int FEW = 8;

    private final CaseService cases;

    /** In front of the service. */
    public WorkPages(CaseService cases) {
        this.cases = cases;
    }

    /** What waits at the window: to be answered, to be made out, to be handed over. */
    @GET
    @Path("/workbench")
    @Allow(CLERK)
    public Response workbench(@Context PageCall call) {
        List<Lane> lanes = new ArrayList<>();
        for (CaseState state : List.of(CaseState.RECEIVED, CaseState.GRANTED, CaseState.ISSUED, CaseState.REFUSED)) {
            Page<CaseSummary> page = cases.list(in(state, ""), PageRequest.of(FEW, null), call.context());
            lanes.add(new Lane(state, page.items(), page.next() != null));
        }
        return call.show(Screen.working(
                call.ui().t("work.bench"), ApplyPages.TEMPLATES.workbench(call.ui(), lanes)));
    }

    private static Filter in(CaseState state, String words) {
        return new Filter(
                Optional.ofNullable(state), Optional.empty(), Optional.empty(), Optional.empty(), words);
    }

    /** The worklist. */
    @GET
    @Path("/worklist")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER})
    public Response worklist(@Context PageCall call) {
        Ui ui = call.ui();
        boolean overdue = call.query("due").equals("over");
        CaseState state = Arrays.stream(CaseState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        Filter filter = new Filter(
                Optional.ofNullable(state),
                overdue ? Optional.of(call.context().today()) : Optional.empty(),
                Optional.empty(),
                Optional.of(call.query("item")).filter(text -> !text.isEmpty()),
                call.query("q"));
        Page<CaseSummary> page =
                cases.list(filter, PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.show(Screen.working(
                ui.t("work.list"), ApplyPages.TEMPLATES.worklist(ui, filters(ui), page.items(), page.next())));
    }

    private static List<Field> filters(Ui ui) {
        List<Option> states = new ArrayList<>(List.of(new Option("", ui.t("work.all"))));
        for (CaseState state : CaseState.values()) {
            states.add(new Option(state.name(), ui.pick(state.chinese(), ui.t("state." + state.name()))));
        }
        return List.of(
                Field.of(Field.Kind.SEARCH, "q", ui.t("work.words")).most(100).accessKey("s"),
                Field.select("state", ui.t("work.state"), states),
                Field.select(
                        "due",
                        ui.t("work.due"),
                        List.of(new Option("", ui.t("work.all")), new Option("over", ui.t("work.over")))));
    }
}
