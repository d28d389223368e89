package org.yichuang.licences.internal.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.licences.internal.LicenceDocuments.Content;
import org.yichuang.licences.internal.LicenceRequests.Unmask;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.Licences;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;

/** The register as the staff see it: all of it, one result, what can be done with it. */
@Path("/{tenant}/licences")
public class RegisterPages {
    private static final String ROOT = "/licences";
    /** Where cases take applications in. */
    private static final String INTAKE = "/intake/";

    private static final String DUE = "due";
    private static final String TO_REVOKE = ROOT + "?view=" + DUE;
    private static final String UNDELIVERED = "undelivered";
    private static final String TO_DELIVER = ROOT + "?view=" + UNDELIVERED;
    private static final Map<String, String> VIEWS = Map.of(
            ROOT,
            "view.all",
            TO_REVOKE,
            "view.due",
            TO_DELIVER,
            "view.undelivered",
            GrantPages.ROOT,
            "view.grants",
            BanPages.ROOT,
            "view.bans",
            BreachPages.ROOT,
            "view.breaches");
    private static final int ROWS = 30;
    private static final int SECONDS = 2;

    private final Licences licences;
    private final LicenceDocuments documents;
    private final ActForms forms;

    /** In front of the services. */
    public RegisterPages(Licences licences, LicenceDecisions decisions, LicenceDocuments documents) {
        this.licences = licences;
        this.documents = documents;
        this.forms = new ActForms(decisions);
    }

    /** All of it, or what is to be revoked. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Response list(@Context PageCall call) {
        String current =
                switch (call.query("view")) {
                    case DUE -> TO_REVOKE;
                    case UNDELIVERED -> TO_DELIVER;
                    default -> ROOT;
                };
        Filter filter =
                switch (current) {
                    case TO_REVOKE -> new Filter(null, null, null, null, true);
                    case TO_DELIVER -> Filter.UNDELIVERED;
                    default -> Filters.read(call);
                };
        Page<Summary> page = licences.list(filter, PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("register.title"),
                GrantedPages.TEMPLATES.register(
                        call.ui(),
                        views(call, current),
                        current.equals(ROOT) ? Filters.fields(call.ui()) : List.of(),
                        page.items(),
                        page.next())));
    }

    /** The views of the register, and the decisions and bans beside it. */
    static List<Tab> views(PageCall call, String current) {
        return Stream.of(ROOT, TO_REVOKE, TO_DELIVER, GrantPages.ROOT, BanPages.ROOT, BreachPages.ROOT)
                .map(path -> new Tab(call.ui().t(VIEWS.get(path)), path, path.equals(current)))
                .toList();
    }

    /** One result. */
    @GET
    @Path("/{licence}")
    @RequiresPermission(LicencePermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("licence") String id) {
        return show(
                call, licences.find(id, call.context()), call.context().actor().isPermitted(LicencePermission.UNMASK));
    }

    private Response show(PageCall call, LicenceView view, boolean isMaskedByRight) {
        return call.render(Screen.working(
                        view.itemName(),
                        GrantedPages.TEMPLATES.licence(
                                call.ui(),
                                view,
                                documents.list(view.id(), call.context()),
                                ROOT + "/" + view.id(),
                                isMaskedByRight,
                                call.context().actor().isPermitted(CasePermission.TAKE_IN) ? INTAKE : ""))
                .under(call.ui().t("register.title"), ROOT));
    }

    /** A decision about it. */
    @GET
    @Path("/{licence}/documents/{id}")
    @RequiresPermission(LicencePermission.VIEW)
    public Response document(@Context PageCall call, @PathParam("licence") String licence, @PathParam("id") String id) {
        return file(call, ROOT + "/" + licence, () -> documents.content(licence, id, call.context()));
    }

    /** A file; while it is being made a page that looks again by itself. */
    static Response file(PageCall call, String above, Supplier<Content> file) {
        try {
            Content content = file.get();
            return call.file(content.name(), "application/pdf", content.bytes());
        } catch (ProblemException e) {
            if (e.code() != DocumentError.DOCUMENT_PENDING) {
                throw e;
            }
            Screen screen = Screen.reading(
                            call.ui().t("document.pending"),
                            call.ui().text(call.ui().t("document.pending.words")))
                    .under(call.ui().t("document.back"), above);
            return Response.fromResponse(call.render(screen))
                    .header("Refresh", SECONDS)
                    .build();
        }
    }

    /** Asks why somebody needs to see the holder whole. */
    @GET
    @Path("/{licence}/unmask")
    @RequiresPermission(LicencePermission.UNMASK)
    public Response askToUnmask(@Context PageCall call, @PathParam("licence") String id) {
        return call.render(unmaskScreen(call, licences.find(id, call.context())));
    }

    private static Screen unmaskScreen(PageCall call, LicenceView view) {
        return below(
                call,
                view,
                Screen.working(call.ui().t("unmask.title"), GrantedPages.TEMPLATES.unmasklicence(call.ui(), view)));
    }

    private static Screen below(PageCall call, LicenceView view, Screen screen) {
        return screen.under(call.ui().t("register.title"), ROOT).under(view.itemName(), ROOT + "/" + view.id());
    }

    /** Shows the holder whole, this once. */
    @POST
    @Path("/{licence}/unmask")
    @RequiresPermission(LicencePermission.UNMASK)
    public Response unmask(@Context PageCall call, @PathParam("licence") String id) {
        try {
            return show(call, licences.unmask(id, new Unmask(call.form().text("reason")), call.context()), false);
        } catch (ProblemException e) {
            return call.redisplay(e, unmaskScreen(call, licences.find(id, call.context())));
        }
    }

    /** The form of an act. */
    @GET
    @Path("/{licence}/{act}")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response ask(@Context PageCall call, @PathParam("licence") String id, @PathParam("act") String act) {
        requireAct(act);
        return call.render(actScreen(call, licences.find(id, call.context()), act));
    }

    private static void requireAct(String act) {
        if (!ActForms.ACTS.contains(act)) {
            throw ProblemException.of(CommonError.PATH_UNKNOWN);
        }
    }

    private static Screen actScreen(PageCall call, LicenceView view, String act) {
        return below(
                call,
                view,
                Screen.working(
                        call.ui().t("act." + act),
                        GrantedPages.TEMPLATES.act(call.ui(), view, act, ActForms.fields(act, view, call.ui()))));
    }

    /** Does it. */
    @POST
    @Path("/{licence}/{act}")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response act(@Context PageCall call, @PathParam("licence") String id, @PathParam("act") String act) {
        requireAct(act);
        try {
            forms.run(act, id, call);
            return call.redirect(ROOT + "/" + id, act);
        } catch (ProblemException e) {
            return call.redisplay(e, actScreen(call, licences.find(id, call.context()), act));
        }
    }
}
