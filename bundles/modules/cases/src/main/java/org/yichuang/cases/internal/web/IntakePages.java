package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.KnownApplicants.Known;
import org.yichuang.cases.api.KnownApplicants.Wanted;
import org.yichuang.cases.internal.view.FilingFields;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.cases.internal.view.KnownFields;
import org.yichuang.cases.internal.view.LicenceFields;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The window: item, applicant, checklist, outcome, all on one page and by keyboard. */
@Path("/{tenant}/intake")
public class IntakePages {
    private static final int SHOWN = 12;

    private final Catalogue catalogue;
    private final ItemLabels items;
    private final CaseService cases;
    private final CaseFilePages caseFiles;
    private final DocumentPages documents;
    private final FurtherServices further;

    /**
     * In front of the services.
     *
     * @param caseFiles where a case that has been taken in goes on
     * @param further who stands before the window, and what is refused there at once
     */
    public IntakePages(
            Catalogue catalogue,
            CaseService cases,
            CaseFilePages caseFiles,
            DocumentPages documents,
            FurtherServices further) {
        this.further = further;
        this.documents = documents;
        this.catalogue = catalogue;
        this.items = new ItemLabels(catalogue);
        this.cases = cases;
        this.caseFiles = caseFiles;
    }

    /** Finds the item; the only one that is left opens by itself. */
    @GET
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response search(@Context PageCall call) {
        Catalogue.Query query =
                new Catalogue.Query(call.query("q"), Optional.empty(), Optional.empty(), Optional.empty());
        Page<ItemVersion> found = catalogue.search(query, PageRequest.of(SHOWN, call.query("cursor")), call.context());
        if (!call.query("open").isEmpty() && found.items().size() == 1) {
            return call.redirect("/intake/" + found.items().get(0).definition().code());
        }
        return call.render(Screen.working(
                call.ui().t("intake.title"),
                ApplyPages.TEMPLATES.intakesearch(call.ui(), found.items(), found.next())));
    }

    /** The page of an item. */
    @GET
    @Path("/{item}")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response form(@Context PageCall call, @PathParam("item") String code) {
        return call.render(screen(call, item(code, call), Map.of(), null, call::query));
    }

    /** Whoever has had to sign in again after a look-up comes back to the item. */
    @GET
    @Path("/{item}/applicant")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response again(@Context PageCall call, @PathParam("item") String code) {
        return call.redirect("/intake/" + item(code, call).code());
    }

    /** The number first: what is known of whoever has it stands in the form, and what goes on for them beside it. */
    @POST
    @Path("/{item}/applicant")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response applicant(@Context PageCall call, @PathParam("item") String code) {
        ItemDefinition item = item(code, call);
        Form form = call.form();
        try {
            Wanted wanted = new Wanted(form.text("idNumber"), null);
            return call.render(screen(call, item, Map.of(), further.known().find(wanted, call.context()), form::text));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, item, Map.of(), null, form::text));
        }
    }

    private ItemDefinition item(String code, PageCall call) {
        return catalogue.offered(code, call.context()).definition();
    }

    private static Screen screen(
            PageCall call,
            ItemDefinition item,
            Map<String, Upload> files,
            Known known,
            Function<String, String> typed) {
        return Screen.working(
                        item.name(),
                        ApplyPages.TEMPLATES.intake(
                                call.ui(),
                                item,
                                new KnownFields(call.ui(), item.code(), known),
                                FormFields.form(item.form(), Map.of(), call.ui()),
                                LicenceFields.of(
                                        LicenceFields.NAMES.stream().collect(Collectors.toMap(name -> name, typed)),
                                        call.ui()),
                                new FilingFields(call.ui()),
                                files))
                .under(call.ui().t("intake.title"), "/intake");
    }

    /** Takes the application in and does what was chosen; both once, however often the button is pressed. */
    @POST
    @Path("/{item}")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response take(@Context PageCall call, @PathParam("item") String code) {
        ItemDefinition item = item(code, call);
        Form form = call.form();
        String outcome = form.text("outcome");
        FormUploads files = new FormUploads(call, cases)
                .take(Stream.concat(
                                Stream.concat(
                                                item.materials().stream().map(Material::code),
                                                Stream.of(FilingFields.PROOF))
                                        .map(material -> "file-" + material),
                                Stream.of(FilingFields.AFTERWARDS_PROOF))
                        .toList());
        NotifyCorrection notice;
        NotAccept refusal;
        CaseView view;
        try {
            ApplicationValidation.route(catalogue, item, form::text, call.context());
            // both commands are looked at before the first one is given
            notice = outcome.equals("correct") ? notice(form, item) : null;
            refusal = outcome.equals("refuse") ? IntakeRefusal.read(call) : null;
            files.require();
            Submit application = application(form, item, files);
            // a refusal that is refused leaves no case behind: its five days would begin to run
            view = refusal == null
                    ? cases.submit(application, call.context())
                    : further.reception().submitRefused(application, refusal, call.context());
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, item, files.all(), null, form::text));
        }
        return answered(outcome, notice, view, call);
    }

    private static NotifyCorrection notice(Form form, ItemDefinition item) {
        NoticeForm typed = NoticeForm.of(form, item.materials(), item.form());
        try {
            return FieldRules.require(typed.read());
        } catch (ProblemException e) {
            throw typed.named(e);
        }
    }

    /**
     * Gives the second command. When it is refused, the case is there all the same: what the clerk sees then is the
     * form
     * of that command, with the reason and with all that was typed for it.
     */
    private Response answered(String outcome, NotifyCorrection notice, CaseView view, PageCall call) {
        boolean accepts = outcome.equals("accept") && view.state() == CaseState.RECEIVED;
        if (accepts && !items.missing(view, call.context()).isEmpty()) {
            // That page names what is missing, and asks what is promised of it
            return call.redirect("/cases/" + view.number() + "/acceptance");
        }
        try {
            if (accepts) {
                cases.accept(view.number(), new Accept(null), second(call.context()));
            } else if (notice != null) {
                cases.notifyCorrection(view.number(), notice, second(call.context()));
            }
        } catch (ProblemException e) {
            return caseFiles.refused(e, view.number(), notice == null ? "acceptance" : "correction-notice", call);
        }
        return call.redirect("/intake/done/" + view.number());
    }

    private static Submit application(Form form, ItemDefinition item, FormUploads files) {
        List<MaterialGiven> given = new ArrayList<>();
        for (Material material : item.materials()) {
            MaterialGiven one = given(material.code(), form, files);
            if (one.paper() || one.file() != null) {
                given.add(one);
            }
        }
        return new Submit(
                item.code(),
                null,
                FormFields.applicant(form::text),
                FormFields.data(item.form(), form::text),
                given,
                form.optional("remark").orElse(null),
                LicenceFields.read(form::text),
                FilingFields.channel(form::text),
                FilingFields.representative(form::text, given(FilingFields.PROOF, form, files)),
                form.optional(KnownFields.REASON).orElse(null),
                FilingFields.afterwards(
                        ExaminationForms.day(form, FilingFields.CAME_ON),
                        form::text,
                        files.file(FilingFields.AFTERWARDS_PROOF)
                                .map(Upload::file)
                                .orElse(null)));
    }

    private static MaterialGiven given(String code, Form form, FormUploads files) {
        boolean isSeen = form.optional(SpotForm.SEEN + code).isPresent(); // who compares has the copy before them
        return new MaterialGiven(
                code,
                null,
                files.file("file-" + code).map(Upload::file).orElse(null),
                form.optional("paper-" + code).isPresent() || isSeen,
                isSeen);
    }

    /** The form gives two commands, each with a key of its own that follows from the form's. */
    private static CallContext second(CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                context.idempotencyKey().map(key -> new IdempotencyKey(key.key() + "-2", key.fingerprint())),
                Optional.empty());
    }

    /** What became of it: documents to print, and the next one a key away. */
    @GET
    @Path("/done/{number}")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response done(@Context PageCall call, @PathParam("number") String number) {
        CaseView view = cases.find(number, call.context());
        return call.render(Screen.working(
                        call.ui().t("intake.done"),
                        ApplyPages.TEMPLATES.intakedone(
                                call.ui(),
                                view,
                                documents.list(view, "/cases/", call),
                                items.audience(view, call.context(), call.ui()),
                                same(view.item(), view.applicant().name(), view.number(), call)))
                .under(call.ui().t("intake.title"), "/intake"));
    }

    /** What the same applicant has open already for this item: asked for while the form is filled in. */
    @GET
    @Path("/{item}/same")
    @RequiresPermission(CasePermission.TAKE_IN)
    public Response same(@Context PageCall call, @PathParam("item") String code) {
        ItemDefinition item = item(code, call);
        return call.render(Screen.working(
                        item.name(),
                        ApplyPages.TEMPLATES.same(call.ui(), same(code, call.query("applicant.name"), "", call)))
                .under(call.ui().t("intake.title"), "/intake"));
    }

    private List<CaseSummary> same(String item, String name, String except, PageCall call) {
        if (name.isEmpty()) {
            return List.of();
        }
        CaseService.Filter filter =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(item), name);
        return cases.list(filter, PageRequest.of(SHOWN, null), call.context()).items().stream()
                .filter(row -> row.applicant().equals(name)
                        && !row.number().equals(except)
                        && !row.state().isEnd())
                .toList();
    }
}
