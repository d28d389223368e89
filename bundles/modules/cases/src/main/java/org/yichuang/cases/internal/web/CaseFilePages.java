package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.ScanAgain;
import org.yichuang.cases.api.CaseRequests.Unmask;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseFolder;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.ProgressView.Step;
import org.yichuang.cases.internal.CaseTimes;
import org.yichuang.cases.internal.view.DeadlineViews;
import org.yichuang.cases.internal.view.DeliveryTexts;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.cases.internal.view.Meanwhile;
import org.yichuang.cases.internal.view.Offers;
import org.yichuang.cases.internal.view.TimeTable;
import org.yichuang.cases.internal.view.Workbench;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** A case as the staff see it: the file, both clocks, what has happened, and what can be done. */
@Path("/{tenant}/cases")
public class CaseFilePages {
    private final CaseService cases;
    private final CaseTimes times;
    private final ItemLabels items;
    private final CommandForms forms;
    private final DocumentPages documents;
    private final FileStore files;

    /** In front of the services. */
    public CaseFilePages(
            Catalogue catalogue, CaseService cases, FurtherServices further, DocumentPages documents, FileStore files) {
        this.cases = cases;
        this.times = further.times();
        this.documents = documents;
        this.files = files;
        this.items = new ItemLabels(catalogue);
        this.forms = new CommandForms(cases, further.reception(), items);
    }

    /** The case. */
    @GET
    @Path("/{number}")
    @RequiresPermission(CasePermission.WORK)
    public Response find(@Context PageCall call, @PathParam("number") String number) {
        return show(
                call, cases.open(number, call.context()), call.context().actor().isPermitted(CasePermission.UNMASK));
    }

    private Response show(PageCall call, CaseFolder folder, boolean maskedByRight) {
        CaseView view = folder.view();
        List<Step> steps = folder.steps();
        return call.render(Screen.working(
                        view.itemName(),
                        ApplyPages.TEMPLATES.casefile(
                                call.ui(),
                                view,
                                items.answers(view, call.context(), call.ui()),
                                Workbench.centres(steps, call.tenant()),
                                Commands.open(call, view),
                                DeadlineViews.steps(steps, call.ui()),
                                DeadlineViews.faces(folder.deadlines(), call.ui()),
                                new TimeTable(times.of(view.number(), call.context()), call.ui()),
                                documents.list(view, "/cases/", call),
                                maskedByRight,
                                Offers.ofCase(view.number(), call),
                                FileStates.of(view, files, call.context()),
                                call.context().actor().isPermitted(DocumentsPermission.SCAN_AGAIN)))
                .under(call.ui().t("work.list"), "/worklist"));
    }

    /** Asks why somebody needs to see the case whole. */
    @GET
    @Path("/{number}/unmask")
    @RequiresPermission(CasePermission.UNMASK)
    public Response askToUnmask(@Context PageCall call, @PathParam("number") String number) {
        return call.render(unmaskScreen(call, cases.find(number, call.context())));
    }

    private static Screen unmaskScreen(PageCall call, CaseView view) {
        return Screen.working(call.ui().t("unmask.title"), ApplyPages.TEMPLATES.unmask(call.ui(), view))
                .under(call.ui().t("work.list"), "/worklist")
                .under(view.itemName(), "/cases/" + view.number());
    }

    /** Shows the case whole, this once. */
    @POST
    @Path("/{number}/unmask")
    @RequiresPermission(CasePermission.UNMASK)
    public Response unmask(@Context PageCall call, @PathParam("number") String number) {
        try {
            Unmask request = new Unmask(call.form().text("reason"));
            return show(call, cases.unmask(number, request, call.context()), false);
        } catch (ProblemException e) {
            return call.redisplay(e, unmaskScreen(call, cases.find(number, call.context())));
        }
    }

    /** A file of the case; only what browsers show harmlessly is shown. */
    @GET
    @Path("/{number}/materials/{file}")
    @RequiresPermission(CasePermission.WORK)
    public Response material(
            @Context PageCall call, @PathParam("number") String number, @PathParam("file") String file) {
        Content content = cases.content(number, file, call.context());
        return call.file(content.name(), content.mediaType(), content.size(), content.bytes()::writeTo);
    }

    /** Asks why a file is to be scanned again in which something was found. */
    @GET
    @Path("/{number}/materials/{file}/scan")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Response askToScanAgain(
            @Context PageCall call, @PathParam("number") String number, @PathParam("file") String file) {
        CaseView view = cases.find(number, call.context());
        if (FileStates.of(view, files, call.context()).get(file) != FileState.INFECTED) {
            throw ProblemException.of(DocumentError.FILE_NOT_INFECTED);
        }
        return call.render(scanScreen(call, number, file));
    }

    private Screen scanScreen(PageCall call, String number, String file) {
        CaseView view = cases.find(number, call.context());
        return Screen.working(call.ui().t("scan-again.title"), ApplyPages.TEMPLATES.scanagain(call.ui(), view, file))
                .under(call.ui().t("work.list"), "/worklist")
                .under(view.itemName(), "/cases/" + number);
    }

    /** Has it scanned again. */
    @POST
    @Path("/{number}/materials/{file}/scan")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Response scanAgain(
            @Context PageCall call, @PathParam("number") String number, @PathParam("file") String file) {
        try {
            cases.scanAgain(number, file, new ScanAgain(call.form().text("reason")), call.context());
            return call.redirect("/cases/" + number, "scan-again");
        } catch (ProblemException e) {
            return call.redisplay(e, scanScreen(call, number, file));
        }
    }

    /** A document of the case. */
    @GET
    @Path("/{number}/documents/{id}")
    @RequiresPermission(CasePermission.WORK)
    public Response document(@Context PageCall call, @PathParam("number") String number, @PathParam("id") String id) {
        return documents.file(number, id, "/cases/", call);
    }

    private static Map<String, String> centres(PageCall call, CaseFolder folder) {
        return Workbench.centres(folder.steps(), call.tenant());
    }

    /** The form of a command. */
    @GET
    @Path("/{number}/{command}")
    @RequiresPermission(CasePermission.WORK)
    public Response ask(
            @Context PageCall call, @PathParam("number") String number, @PathParam("command") String command) {
        Commands.require(call, command);
        return call.render(screen(call, cases.open(number, call.context()), command, Map.of(), false));
    }

    /** @param changed whether somebody has changed the case since the form was shown */
    private Screen screen(
            PageCall call, CaseFolder folder, String command, Map<String, Upload> uploads, boolean changed) {
        CaseView view = folder.view();
        boolean isLate = changed || !view.commands().contains(command);
        Workbench desk = new Workbench(
                view,
                items.answers(view, call.context(), call.ui()),
                centres(call, folder),
                command,
                items.form(view, call.context()),
                SpotForm.present(view),
                items.materials(view, call.context()),
                command.equals("supply")
                        ? items.neverHandedIn(view, call.context())
                        : items.missing(view, call.context()),
                view.materials().stream().map(MaterialView::code).collect(Collectors.toList()),
                CorrectionForm.asked(view),
                EarlierDemands.of(view, call.context().tenant().value()),
                forms.facts(command, view.number(), call.context()),
                call.has(CHIEF_REPRESENTATIVE.key()),
                FileStates.of(view, files, call.context()),
                items.audience(view, call.context(), call.ui()),
                isLate ? LastStep.of(cases, view.number(), call) : Meanwhile.NOTHING);
        return Screen.working(call.ui().t("command." + command), ApplyPages.TEMPLATES.command(call.ui(), desk, uploads))
                .under(call.ui().t("work.list"), "/worklist")
                .under(view.itemName(), "/cases/" + view.number());
    }

    /** The form of a command that was given elsewhere and refused, with the reason and with what was typed. */
    Response refused(ProblemException refusal, String number, String command, PageCall call) {
        ProblemException named = command.equals("correction-notice")
                ? forms.named(refusal, cases.find(number, call.context()), call)
                : refusal;
        return call.redisplay(
                named, screen(call, cases.open(number, call.context()), command, Map.of(), isChanged(refusal)));
    }

    private FormUploads uploads(String command, CaseView view, PageCall call) {
        return switch (command) {
            case "correction" -> CorrectionForm.uploads(call, view, cases);
            case "on-the-spot-correction" -> SpotForm.uploads(call, items.materials(view, call.context()), cases);
            case "supply" -> PromiseForms.uploads(call, view, items.neverHandedIn(view, call.context()), cases);
            case "delivery", "withdrawal" -> new FormUploads(call, cases).take(List.of(DeliveryTexts.PROOF_FILE));
            default -> new FormUploads(call, cases);
        };
    }

    /** Gives a command. */
    @POST
    @Path("/{number}/{command}")
    @RequiresPermission(CasePermission.WORK)
    public Response run(
            @Context PageCall call, @PathParam("number") String number, @PathParam("command") String command) {
        Commands.require(call, command);
        CaseView view = cases.find(number, call.context());
        FormUploads files = uploads(command, view, call);
        try {
            forms.run(command, view, files, call);
            // At the window the notice is handed over now, and the next applicant waits
            return command.equals("non-acceptance") && call.has(CLERK.key())
                    ? call.redirect("/intake/done/" + number)
                    : call.redirect("/cases/" + number, command);
        } catch (ProblemException e) {
            return call.redisplay(
                    e, screen(call, cases.open(number, call.context()), command, files.all(), isChanged(e)));
        }
    }

    private static boolean isChanged(ProblemException refusal) {
        return refusal.code() == CommonError.PRECONDITION_FAILED || refusal.code() == CommonError.CHANGED_MEANWHILE;
    }
}
