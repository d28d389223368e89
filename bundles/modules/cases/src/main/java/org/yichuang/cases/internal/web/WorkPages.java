package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.CaseStatistics;
import org.yichuang.cases.internal.WorkChanges;
import org.yichuang.cases.internal.view.BranchTexts;
import org.yichuang.cases.internal.view.Lane;
import org.yichuang.cases.internal.view.Offers;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.EventSource;

/** The clerk's workbench, and the worklist of everybody who works on cases: what is due first stands first. */
@Path("/{tenant}")
public class WorkPages {
    private static final int ROWS = 30;
    private static final int FEW = 8;

    private static final int SOON = 7;
    /** Whether those are wanted that were in the hands of whoever asks. */
    private static final String HANDS = "hands";

    /** Those in which something that was promised follows or is checked. */
    private static final String PROMISED = "promised";

    /** Those of which a day hangs on days off of which nobody has spoken yet. */
    private static final String PROVISIONAL = "provisional";

    private static final List<CaseState> LANES =
            List.of(CaseState.RECEIVED, CaseState.QUESTIONED, CaseState.GRANTED, CaseState.ISSUED, CaseState.REFUSED);
    /** The views that everybody has, as states and days; each is an address that can be kept. */
    private static final List<String> VIEWS = List.of(
            "",
            "state=RECEIVED",
            "state=ACCEPTED",
            "state=QUESTIONED",
            "state=CORRECTING",
            "due=soon",
            "due=over",
            "due=" + PROVISIONAL,
            HANDS + "=" + PROMISED,
            HANDS + "=passed-on");

    private final CaseService cases;
    private final CaseStatistics statistics;
    private final WorkChanges changes;

    /** In front of the services. */
    public WorkPages(CaseService cases, CaseStatistics statistics, WorkChanges changes) {
        this.changes = changes;
        this.statistics = statistics;
        this.cases = cases;
    }

    /** What waits at the window: to be answered, to be made out, to be handed over. */
    @GET
    @Path("/workbench")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response workbench(@Context PageCall call) {
        List<Lane> lanes = new ArrayList<>();
        for (CaseState state : LANES) {
            Page<CaseSummary> page = cases.list(in(state, ""), PageRequest.of(FEW, null), call.context());
            lanes.add(new Lane(state, page.items(), page.next() != null));
        }
        return call.render(Screen.working(
                call.ui().t("work.bench"),
                ApplyPages.TEMPLATES.workbench(
                        call.ui(), lanes, statistics.today(call.context()), Offers.ofWorkbench(call))));
    }

    private static Filter in(CaseState state, String words) {
        return new Filter(
                plain(state), Optional.empty(), Optional.empty(), Optional.empty(), words, false, isAsked(state));
    }

    /** A joint case of which a centre above asks for something stays accepted; it is found with those it has asked. */
    private static boolean isAsked(CaseState state) {
        return state == CaseState.QUESTIONED;
    }

    private static Optional<CaseState> plain(CaseState state) {
        return Optional.ofNullable(state).filter(each -> !isAsked(each));
    }

    /** The worklist. */
    @GET
    @Path("/worklist")
    @RequiresPermission(CasePermission.WORK)
    public Response worklist(@Context PageCall call) {
        Ui ui = call.ui();
        PageRequest rows = PageRequest.of(ROWS, call.query("cursor"));
        String hands = call.query(HANDS);
        Page<CaseSummary> page = hands.isEmpty()
                ? cases.list(filter(call), rows, call.context())
                : hands.equals(PROMISED)
                        ? cases.promised(call.query("q"), rows, call.context())
                        : cases.passedOn(call.query("q"), rows, call.context());
        return call.render(Screen.working(
                ui.t("work.list"),
                ApplyPages.TEMPLATES.worklist(ui, views(call), filters(ui, hands), page.items(), page.next())));
    }

    private static Filter filter(PageCall call) {
        CaseState state = Arrays.stream(CaseState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        return new Filter(
                plain(state),
                dueBefore(call),
                Optional.empty(),
                Optional.of(call.query("item")).filter(text -> !text.isEmpty()),
                call.query("q"),
                call.query("due").equals(PROVISIONAL),
                isAsked(state));
    }

    /** Says when the worklist is no longer what it was, as long as somebody looks at it. */
    @GET
    @Path("/worklist/changes")
    @Produces("text/event-stream")
    @RequiresPermission(CasePermission.WORK)
    public EventSource changes(@Context PageCall call) {
        return changes.follow(call.context());
    }

    private static Optional<LocalDate> dueBefore(PageCall call) {
        LocalDate today = call.context().today();
        return switch (call.query("due")) {
            case "over" -> Optional.of(today);
            case "today" -> Optional.of(today.plusDays(1));
            case "soon" -> Optional.of(today.plusDays(SOON + 1L));
            default -> Optional.empty();
        };
    }

    private static List<Tab> views(PageCall call) {
        String now = Stream.of("state", "due", HANDS)
                .filter(name -> !call.query(name).isEmpty())
                .map(name -> name + "=" + call.query(name))
                .collect(Collectors.joining("&"));
        boolean mayPassOn = !call.context().actor().departments().isEmpty();
        Tab branches = new Tab(new BranchTexts(call.ui()).say("branches.title"), "/worklist/branches", false);
        return Stream.concat(tabs(call, now, mayPassOn), Stream.of(branches)).toList();
    }

    private static Stream<Tab> tabs(PageCall call, String now, boolean mayPassOn) {
        return VIEWS.stream()
                .filter(view -> mayPassOn || !view.endsWith("passed-on"))
                .map(view -> new Tab(
                        call.ui().t("view." + (view.isEmpty() ? "all" : view.replaceFirst(".*=", ""))),
                        view.isEmpty() ? "/worklist" : "/worklist?" + view,
                        view.equals(now) && call.query("q").isEmpty()));
    }

    /** What narrows a view, and keeps to it: of what was passed on or promised neither state nor days are asked for. */
    static List<Field> filters(Ui ui, String hands) {
        Field words = Field.of(Field.Kind.SEARCH, "q", ui.t("work.words"))
                .maxLength(100)
                .accessKey("s");
        if (!hands.isEmpty()) {
            String kept = hands.equals(PROMISED) ? PROMISED : "passed-on";
            Option passedOn = new Option(kept, ui.t("view." + kept));
            return List.of(
                    words,
                    Field.select(HANDS, ui.t("work.hands"), List.of(passedOn, new Option("", ui.t("work.own")))));
        }
        List<Option> states = new ArrayList<>(List.of(new Option("", ui.t("work.all"))));
        for (CaseState state : CaseState.values()) {
            states.add(new Option(state.name(), ui.localize(state.label())));
        }
        return List.of(
                words,
                Field.select("state", ui.t("work.state"), states),
                Field.select(
                        "due",
                        ui.t("work.due"),
                        List.of(
                                new Option("", ui.t("work.all")),
                                new Option("over", ui.t("work.over")),
                                new Option("today", ui.t("work.today")),
                                new Option("soon", ui.t("work.soon")),
                                new Option(PROVISIONAL, ui.t("view.provisional")))));
    }
}
