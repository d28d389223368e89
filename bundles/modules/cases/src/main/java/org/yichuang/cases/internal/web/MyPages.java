package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.APPLICANT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.Withdraw;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseFolder;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.internal.Drafts;
import org.yichuang.cases.internal.view.DeadlineViews;
import org.yichuang.cases.internal.view.InfectedMaterials;
import org.yichuang.cases.internal.view.Offers;
import org.yichuang.cases.internal.view.Outlook;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.Material;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What an applicant sees of his own cases: state, documents, correction, withdrawal. */
@Path("/{tenant}")
public class MyPages {
    static final CaseService.Filter ALL =
            new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    private final CaseService cases;
    private final ItemLabels items;
    private final Drafts drafts;
    private final DocumentPages documents;
    private final FileStore store;

    /** In front of the services. */
    public MyPages(Catalogue catalogue, CaseService cases, Drafts drafts, DocumentPages documents, FileStore store) {
        this.drafts = drafts;
        this.documents = documents;
        this.store = store;
        this.items = new ItemLabels(catalogue);
        this.cases = cases;
    }

    /** Where the receipt was before it became a document: the page of the case. */
    @GET
    @Path("/receipt/{number}")
    @RequiresPermission(CasePermission.VIEW)
    public Response receipt(@Context PageCall call, @PathParam("number") String number) {
        return call.redirect((call.has(APPLICANT.key()) ? "/my/" : "/cases/") + number);
    }

    /** The applicant's cases. */
    @GET
    @Path("/my")
    @RequiresPermission(CasePermission.APPLY)
    public Response list(@Context PageCall call) {
        Page<CaseSummary> mine =
                cases.list(ALL, PageRequest.of(PageRequest.USUAL, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("my.title"),
                ApplyPages.TEMPLATES.mycases(call.ui(), begun(call), mine.items(), mine.next())));
    }

    /**
     * Names of the items of unfinished applications, by id; an item that is no longer offered leaves nothing to go
     * on with.
     */
    private Map<String, String> begun(PageCall call) {
        Map<String, String> names = new LinkedHashMap<>();
        if (call.query("cursor").isEmpty()) {
            drafts.unfinished(call.context()).forEach(draft -> items.named(draft.item(), call.context())
                    .ifPresent(name -> names.put(draft.id(), name)));
        }
        return names;
    }

    /** One of them. */
    @GET
    @Path("/my/{number}")
    @RequiresPermission(CasePermission.APPLY)
    public Response find(@Context PageCall call, @PathParam("number") String number) {
        return call.render(screen(call, cases.open(number, call.context()), Map.of()));
    }

    private Screen screen(PageCall call, CaseFolder folder, Map<String, Upload> files) {
        CaseView view = folder.view();
        List<DeadlineView> clocks = folder.deadlines();
        Map<String, FileState> states = FileStates.of(view, store, call.context());
        String progress = view.queryCode() == null
                ? ""
                : call.ui().address("/progress?number=" + view.number() + "&code=" + view.queryCode());
        return Screen.reading(
                        view.itemName(),
                        ApplyPages.TEMPLATES.mycase(
                                call.ui(),
                                view,
                                Outlook.mine(view, clocks, call.ui()),
                                documents.list(view, "/my/", call),
                                progress,
                                items.answers(view, call.context(), call.ui()),
                                items.form(view, call.context()),
                                DeadlineViews.steps(folder.steps(), call.ui()),
                                DeadlineViews.faces(clocks, call.ui()),
                                files,
                                Offers.ofCase(view.number(), call),
                                states,
                                InfectedMaterials.of(view, states),
                                items.neverHandedIn(view, call.context())))
                .under(call.ui().t("my.title"), "/my");
    }

    /** A file that he has handed in. */
    @GET
    @Path("/my/{number}/materials/{file}")
    @RequiresPermission(CasePermission.APPLY)
    public Response material(
            @Context PageCall call, @PathParam("number") String number, @PathParam("file") String file) {
        Content content = cases.content(number, file, call.context());
        return call.file(content.name(), content.mediaType(), content.size(), content.bytes()::writeTo);
    }

    /** A document that was issued to him. */
    @GET
    @Path("/my/{number}/documents/{id}")
    @RequiresPermission(CasePermission.APPLY)
    public Response document(@Context PageCall call, @PathParam("number") String number, @PathParam("id") String id) {
        return documents.file(number, id, "/my/", call);
    }

    /** Takes what was missing; only what the notice names is asked for. */
    @POST
    @Path("/my/{number}/correction")
    @RequiresPermission(CasePermission.APPLY)
    public Response correct(@Context PageCall call, @PathParam("number") String number) {
        CaseView view = cases.find(number, call.context());
        FormUploads files = CorrectionForm.uploads(call, view, cases);
        try {
            cases.correct(
                    number,
                    CorrectionForm.read(
                            files,
                            view,
                            items.codes(view, call.context()),
                            items.form(view, call.context()),
                            call.form()),
                    call.context());
            return call.redirect("/my/" + number, "corrected");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, cases.open(number, call.context()), files.all()));
        }
    }

    /** Takes what was promised to follow. */
    @POST
    @Path("/my/{number}/supply")
    @RequiresPermission(CasePermission.APPLY)
    public Response supply(@Context PageCall call, @PathParam("number") String number) {
        CaseView view = cases.find(number, call.context());
        List<Material> never = items.neverHandedIn(view, call.context());
        FormUploads files = PromiseForms.uploads(call, view, never, cases);
        try {
            cases.supply(number, PromiseForms.supply(files, view, never, call.form()), call.context());
            return call.redirect("/my/" + number, "supply");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, cases.open(number, call.context()), files.all()));
        }
    }

    /** Asks for a hearing, or declares that none is asked for. */
    @POST
    @Path("/my/{number}/hearing-request")
    @RequiresPermission(CasePermission.APPLY)
    public Response requestHearing(@Context PageCall call, @PathParam("number") String number) {
        try {
            cases.requestHearing(number, HearingForms.wish(call, true), call.context());
            return call.redirect("/my/" + number, "hearing-request");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, cases.open(number, call.context()), Map.of()));
        }
    }

    /** Asks whether he means it. */
    @GET
    @Path("/my/{number}/withdrawal")
    @RequiresPermission(CasePermission.APPLY)
    public Response askWithdrawal(@Context PageCall call, @PathParam("number") String number) {
        return call.render(withdrawalScreen(call, cases.find(number, call.context())));
    }

    private static Screen withdrawalScreen(PageCall call, CaseView view) {
        return Screen.reading(call.ui().t("withdraw.title"), ApplyPages.TEMPLATES.withdrawal(call.ui(), view))
                .under(call.ui().t("my.title"), "/my")
                .under(view.itemName(), "/my/" + view.number());
    }

    /** Withdraws. */
    @POST
    @Path("/my/{number}/withdrawal")
    @RequiresPermission(CasePermission.APPLY)
    public Response withdraw(@Context PageCall call, @PathParam("number") String number) {
        try {
            cases.withdraw(
                    number,
                    new Withdraw(
                            RequiredFields.required(
                                    call, "reason", LocalizedMessage.of(MyPages.class, "field.withdrawal-reason")),
                            null),
                    call.context());
            return call.redirect("/my/" + number, "withdrawn");
        } catch (ProblemException e) {
            return call.redisplay(e, withdrawalScreen(call, cases.find(number, call.context())));
        }
    }
}
