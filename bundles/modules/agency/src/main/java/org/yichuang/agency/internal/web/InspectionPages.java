package org.yichuang.agency.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.InspectionCommands.BodyGiven;
import org.yichuang.agency.internal.InspectionCommands.Call;
import org.yichuang.agency.internal.InspectionCommands.Find;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PartGiven;
import org.yichuang.agency.internal.InspectionCommands.PutRight;
import org.yichuang.agency.internal.InspectionPapers;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.Inspections;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Joint annual inspections (联合年检): who is called, who came, and what each department has found. */
@Path("/{tenant}/agency/inspections")
public class InspectionPages {
    static final String ROOT = "/agency/inspections";
    private static final int ROWS = 30;

    /** Between the certificates of a body. */
    private static final String WITHIN = "[\u3001;\uFF1B]";

    /** Where they stand in the line of a body. */
    private static final int CERTIFICATES = 3;

    private final Inspections inspections;
    private final InspectionPapers papers;

    public InspectionPages(Inspections inspections, InspectionPapers papers) {
        this.inspections = inspections;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Response list(@Context PageCall call) {
        return call.render(listed(call));
    }

    private Screen listed(PageCall call) {
        CallContext context = call.context().withoutKey();
        Page<InspectionView> page = inspections.list(PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("inspections.title"),
                AgencyPageModule.TEMPLATES.inspections(
                        call.ui(), page.items(), page.next(), context.actor().isPermitted(AgencyPermission.INSPECT)));
    }

    /** Begins one. */
    @POST
    @RequiresPermission(AgencyPermission.INSPECT)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        try {
            Open open = new Open(
                    form.text("name"),
                    AgentPages.day(form, "from"),
                    AgentPages.day(form, "to"),
                    lines(form.text("parts"))
                            .map(cells -> new PartGiven(cell(cells, 0), cell(cells, 1)))
                            .toList());
            return call.redirect(
                    ROOT + "/" + inspections.open(open, call.context()).id(), "inspection-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, listed(call));
        }
    }

    /** What stands in lines, cells apart by a comma of either width or a tab. */
    private static Stream<String[]> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("[,\\uFF0C\\t]", -1));
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index].strip() : "";
    }

    /** One, with who is called. */
    @GET
    @Path("/{inspection}")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Response find(@Context PageCall call, @PathParam("inspection") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        InspectionState state = Arrays.stream(InspectionState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        InspectionView view = inspections.find(id, context);
        Page<BodyView> bodies = inspections.bodies(id, state, PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                        view.name(),
                        AgencyPageModule.TEMPLATES.inspection(
                                call.ui(),
                                view,
                                List.of(filter(call, state)),
                                bodies.items(),
                                bodies.next(),
                                context.actor().isPermitted(AgencyPermission.INSPECT)))
                .under(call.ui().t("inspections.title"), ROOT);
    }

    private static Field filter(PageCall call, InspectionState state) {
        List<Option> states = Stream.concat(
                        Stream.of(new Option("", call.ui().t("requests.all"))),
                        Arrays.stream(InspectionState.values())
                                .map(each -> new Option(each.name(), call.ui().localize(each.label()))))
                .toList();
        return Field.select("state", call.ui().t("request.state"), states).value(state == null ? "" : state.name());
    }

    /** Calls bodies: a line for each. */
    @POST
    @Path("/{inspection}/bodies")
    @RequiresPermission(AgencyPermission.INSPECT)
    public Response call(@Context PageCall call, @PathParam("inspection") String id) {
        Call bodies = new Call(lines(call.form().text("bodies"))
                .map(cells -> new BodyGiven(cell(cells, 0), cell(cells, 1), cell(cells, 2), certificates(cells)))
                .toList());
        return step(
                call,
                ROOT + "/" + id,
                "called",
                () -> inspections.call(id, bodies, call.context()),
                () -> screen(call, id));
    }

    /** Those of its certificates that are looked at; none named is all of them. */
    private static List<String> certificates(String[] cells) {
        return Arrays.stream(cell(cells, CERTIFICATES).split(WITHIN))
                .map(String::strip)
                .filter(certificate -> !certificate.isEmpty())
                .toList();
    }

    /** Ends it. */
    @POST
    @Path("/{inspection}/closure")
    @RequiresPermission(AgencyPermission.INSPECT)
    public Response close(@Context PageCall call, @PathParam("inspection") String id) {
        Words words = new Words(call.form().text("words"));
        return step(
                call,
                ROOT + "/" + id,
                "inspection-closed",
                () -> inspections.close(id, words, call.context()),
                () -> screen(call, id));
    }

    /** One body. */
    @GET
    @Path("/{inspection}/bodies/{body}")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Response body(@Context PageCall call, @PathParam("inspection") String id, @PathParam("body") String body) {
        return call.render(screen(call, id, body));
    }

    private Screen screen(PageCall call, String id, String body) {
        CallContext context = call.context().withoutKey();
        InspectionView inspection = inspections.find(id, context);
        BodyView view = inspections.body(id, body, context);
        return Screen.working(
                        view.name(),
                        AgencyPageModule.TEMPLATES.inspected(
                                call.ui(),
                                view,
                                papers.list(id, body, context),
                                at(id, body),
                                inspection.closedOn() == null,
                                context.actor().isPermitted(AgencyPermission.FIND)))
                .under(call.ui().t("inspections.title"), ROOT)
                .under(inspection.name(), ROOT + "/" + id);
    }

    private static String at(String id, String body) {
        return ROOT + "/" + id + "/bodies/" + body;
    }

    /** A paper by which it is called. */
    @GET
    @Path("/{inspection}/bodies/{body}/documents/{document}")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Response document(
            @Context PageCall call,
            @PathParam("inspection") String id,
            @PathParam("body") String body,
            @PathParam("document") String document) {
        return Papers.file(call, at(id, body), () -> papers.content(id, body, document, call.context()));
    }

    /** Says what one's department has found. */
    @POST
    @Path("/{inspection}/bodies/{body}/findings")
    @RequiresPermission(AgencyPermission.FIND)
    public Response found(@Context PageCall call, @PathParam("inspection") String id, @PathParam("body") String body) {
        Form form = call.form();
        Boolean passed = form.optional("passed").map("true"::equals).orElse(null);
        Find find = new Find(
                form.text("certificate"),
                passed,
                form.text("words"),
                Boolean.TRUE.equals(passed) || form.text("due").isEmpty() ? null : AgentPages.day(form, "due"));
        return stepOf(call, id, body, "found", () -> inspections.find(id, body, find, call.context()));
    }

    /** Says that something is put right. */
    @POST
    @Path("/{inspection}/bodies/{body}/putting-right")
    @RequiresPermission(AgencyPermission.FIND)
    public Response putRight(
            @Context PageCall call, @PathParam("inspection") String id, @PathParam("body") String body) {
        PutRight right =
                new PutRight(call.form().text("certificate"), call.form().text("words"));
        return stepOf(call, id, body, "righted", () -> inspections.putRight(id, body, right, call.context()));
    }

    private Response stepOf(PageCall call, String id, String body, String done, Supplier<?> taken) {
        return step(call, at(id, body), done, taken, () -> screen(call, id, body));
    }

    private static Response step(PageCall call, String to, String done, Supplier<?> taken, Supplier<Screen> again) {
        try {
            taken.get();
            return call.redirect(to, done);
        } catch (ProblemException e) {
            return call.redisplay(e, again.get());
        }
    }
}
