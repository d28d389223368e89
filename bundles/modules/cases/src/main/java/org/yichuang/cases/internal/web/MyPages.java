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
import org.yichuang.cases.api.CaseRequests.Correct;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
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
import org.yichuang.cases.internal.view.Notice;
import org.yichuang.cases.internal.view.Offers;
import org.yichuang.cases.internal.view.Outlook;
import org.yichuang.cases.internal.view.Workbench;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What an applicant sees of his own cases: receipt, state, correction, withdrawal. */
@Path("/{tenant}")
public class MyPages {
    static final CaseService.Filter ALL =
            new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    private final CaseService cases;
    private final ItemLabels items;
    private final Drafts drafts;

    /** In front of the services. */
    public MyPages(Catalogue catalogue, CaseService cases, Drafts drafts) {
        this.drafts = drafts;
        this.items = new ItemLabels(catalogue);
        this.cases = cases;
    }

    /** The receipt of an application, with the code that opens its progress; for whoever sees the case. */
    @GET
    @Path("/receipt/{number}")
    @RequiresPermission(CasePermission.VIEW)
    public Response receipt(@Context PageCall call, @PathParam("number") String number) {
        CaseFolder folder = cases.open(number, call.context());
        CaseView view = folder.view();
        List<DeadlineView> clocks = folder.deadlines();
        String progress = view.queryCode() == null
                ? ""
                : call.ui().address("/progress?number=" + view.number() + "&code=" + view.queryCode());
        return call.render(Screen.reading(
                call.ui().t("receipt.title"),
                ApplyPages.TEMPLATES.receipt(
                        call.ui(),
                        view,
                        Outlook.of(view.state(), clocks, call.ui()),
                        call.has(APPLICANT.key()),
                        DeadlineViews.faces(clocks, call.ui()),
                        progress)));
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
        return Screen.reading(
                        view.itemName(),
                        ApplyPages.TEMPLATES.mycase(
                                call.ui(),
                                view,
                                Outlook.of(view.state(), clocks, call.ui()),
                                Notices.of(view, call.context().tenant()),
                                items.answers(view, call.context(), call.ui()),
                                DeadlineViews.steps(folder.steps(), call.ui()),
                                DeadlineViews.faces(clocks, call.ui()),
                                files,
                                Offers.ofCase(view.number(), call)))
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

    /** A notice or decision that was given to him. */
    @GET
    @Path("/my/{number}/notices/{kind}")
    @RequiresPermission(CasePermission.APPLY)
    public Response notice(@Context PageCall call, @PathParam("number") String number, @PathParam("kind") String kind) {
        CaseFolder folder = cases.open(number, call.context());
        CaseView view = folder.view();
        Notice notice = Notices.find(kind, view, call.context().tenant());
        Map<String, String> centres = Workbench.centres(folder.steps(), call.tenant());
        return call.render(Screen.reading(
                        notice.title(),
                        ApplyPages.TEMPLATES.notice(call.ui(), Notices.sheet(notice, view, centres, call)))
                .under(call.ui().t("my.title"), "/my")
                .under(view.itemName(), "/my/" + number));
    }

    /** Takes what was missing; only what the notice names is asked for. */
    @POST
    @Path("/my/{number}/correction")
    @RequiresPermission(CasePermission.APPLY)
    public Response correct(@Context PageCall call, @PathParam("number") String number) {
        CaseView view = cases.find(number, call.context());
        FormUploads files = CorrectionForm.uploads(call, view, cases);
        try {
            List<MaterialGiven> supplied = CorrectionForm.materials(files, view, items.codes(view, call.context()));
            cases.correct(number, new Correct(call.form().text("statement"), null, supplied), call.context());
            return call.redirect("/my/" + number, "corrected");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, cases.open(number, call.context()), files.all()));
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
                    new Withdraw(RequiredFields.required(
                            call, "reason", LocalizedMessage.of(MyPages.class, "field.withdrawal-reason"))),
                    call.context());
            return call.redirect("/my/" + number, "withdrawn");
        } catch (ProblemException e) {
            return call.redisplay(e, withdrawalScreen(call, cases.find(number, call.context())));
        }
    }
}
