package org.yichuang.cases.internal.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.ApplicantAccounts;
import org.yichuang.cases.internal.DraftChanges;
import org.yichuang.cases.internal.Drafts;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.cases.internal.jte.StaticTemplates;
import org.yichuang.cases.internal.jte.Templates;
import org.yichuang.cases.internal.view.FilingFields;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.cases.internal.view.KnownFields;
import org.yichuang.cases.internal.view.LicenceFields;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Applying step by step: details, materials, check, done. What was filled in is kept after every step. */
@Path("/{tenant}/apply")
public class ApplyPages {
    /** The hidden field that tells which fields the page was shown with. */
    private static final String BASIS = "basis";

    /** The hidden field that tells which version of the draft was checked. */
    private static final String VERSION = "version";

    /** The hidden field that tells which version of the item it was checked under. */
    private static final String ITEM = "item";

    static final Templates TEMPLATES = new StaticTemplates();

    private final Catalogue catalogue;
    private final CaseService cases;
    private final Drafts drafts;
    private final DraftChanges changes;
    private final KnownSelf self;

    /** In front of catalogue and cases. */
    public ApplyPages(
            Catalogue catalogue, CaseService cases, Drafts drafts, DraftChanges changes, ApplicantAccounts accounts) {
        this.self = new KnownSelf(cases, accounts);
        this.catalogue = catalogue;
        this.cases = cases;
        this.drafts = drafts;
        this.changes = changes;
    }

    /** What is ahead, and what was begun before. */
    @GET
    @Path("/{item}")
    @RequiresPermission(CasePermission.APPLY)
    public Response start(@Context PageCall call, @PathParam("item") String code) {
        ItemVersion offered = catalogue.offered(code, call.context());
        ItemDefinition item = offered.definition();
        Optional<Draft> begun = drafts.unfinished(item.code(), call.context());
        return call.render(Screen.reading(
                        item.name(),
                        TEMPLATES.applystart(
                                call.ui(),
                                item,
                                offered.state() == ItemVersion.State.PUBLISHED,
                                begun.map(Draft::id).orElse(""),
                                open(item.code(), call),
                                LicenceFields.read(call::query)))
                .under(call.ui().t("apply.items"), "/items"));
    }

    /** His cases of the item that have not come to their end. */
    private List<CaseService.CaseSummary> open(String item, PageCall call) {
        CaseService.Filter filter =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(item), "");
        return cases.list(filter, PageRequest.of(PageRequest.USUAL, null), call.context()).items().stream()
                .filter(row -> !row.state().isEnd())
                .toList();
    }

    /** Begins. */
    @POST
    @Path("/{item}")
    @RequiresPermission(CasePermission.APPLY)
    public Response begin(@Context PageCall call, @PathParam("item") String code) {
        Map<String, String> known = new LinkedHashMap<>(self.of(call.context()));
        LicenceFields.NAMES.forEach(name -> call.form().optional(name).ifPresent(typed -> known.put(name, typed)));
        ItemVersion item = version(code, call);
        Draft draft = drafts.begin(item.definition().code(), DraftChanges.since(item), known, call.context());
        return call.redirect("/apply/drafts/" + draft.id() + "/details");
    }

    private ItemVersion version(String code, PageCall call) {
        return catalogue.offered(code, call.context());
    }

    private ItemDefinition item(String code, PageCall call) {
        return version(code, call).definition();
    }

    /** The first step: who applies, and for what. */
    @GET
    @Path("/drafts/{id}/details")
    @RequiresPermission(CasePermission.APPLY)
    public Response details(@Context PageCall call, @PathParam("id") String id) {
        Draft draft = drafts.get(id, call.context());
        return draft.isHandedIn() ? done(call, draft) : call.render(detailsScreen(call, draft));
    }

    private Screen detailsScreen(PageCall call, Draft draft) {
        ItemVersion now = version(draft.item(), call);
        ItemDefinition item = now.definition();
        return under(
                call,
                draft,
                now,
                "apply.details.title",
                TEMPLATES.applydetails(
                        call.ui(),
                        draft,
                        FormFields.applicant(call.ui(), draft.fields()),
                        new FilingFields(call.ui()).representative(draft.fields()),
                        FormFields.form(item.form(), draft.fields(), call.ui())));
    }

    /** A step, under what has changed of the item since the application was begun. */
    private Screen under(PageCall call, Draft draft, ItemVersion now, String title, Content content) {
        Ui ui = call.ui();
        Content shown = changes.of(draft, now, ui.locale(), call.context())
                .<Content>map(changed -> TEMPLATES.applychanged(ui, changed, content))
                .orElse(content);
        return Screen.reading(ui.t(title), shown)
                .under(ui.t("apply.items"), "/items")
                .under(now.definition().name(), "/apply/" + draft.item());
    }

    /** Keeps the details, good or bad; only good ones lead on. */
    @POST
    @Path("/drafts/{id}/details")
    @RequiresPermission(CasePermission.APPLY)
    public Response keep(@Context PageCall call, @PathParam("id") String id) {
        Map<String, String> typed = new LinkedHashMap<>();
        call.form().names().forEach(name -> typed.put(name, call.form().text(name)));
        String basis = typed.remove(BASIS);
        try {
            Draft draft = drafts.change(
                    id,
                    present -> DraftConflicts.requireSame(basis, present, typed).with(typed),
                    call.context());
            if (draft.isHandedIn()) {
                return done(call, draft);
            }
            check(draft, call);
            return call.redirect("/apply/drafts/" + id + "/materials");
        } catch (ProblemException e) {
            return call.redisplay(e, detailsScreen(call, drafts.get(id, call.context())));
        }
    }

    private RouteChoice check(Draft draft, PageCall call) {
        return ApplicationValidation.route(catalogue, item(draft.item(), call), typed(draft), call.context());
    }

    private static Function<String, String> typed(Draft draft) {
        return name -> draft.fields().getOrDefault(name, "");
    }

    private static Map<String, Object> data(ItemDefinition item, Draft draft) {
        return FormFields.data(item.form(), typed(draft));
    }

    /** The second step: files for each material. */
    @GET
    @Path("/drafts/{id}/materials")
    @RequiresPermission(CasePermission.APPLY)
    public Response materials(@Context PageCall call, @PathParam("id") String id) {
        Draft draft = drafts.get(id, call.context());
        return draft.isHandedIn() ? done(call, draft) : call.render(materialsScreen(call, draft, "", null));
    }

    private Screen materialsScreen(PageCall call, Draft draft, String material, ProblemException refusal) {
        ItemVersion now = version(draft.item(), call);
        String problem = refusal == null ? "" : call.ui().localize(refusal.message());
        return under(
                call,
                draft,
                now,
                "apply.materials.title",
                TEMPLATES.applymaterials(
                        call.ui(),
                        changes.placed(draft, now, call.context()),
                        asked(now.definition(), draft),
                        now.definition().place(),
                        material,
                        problem));
    }

    /** Where a refused file has left the address: whoever loads it again is shown all of them. */
    @GET
    @Path("/drafts/{id}/materials/{material}")
    @RequiresPermission(CasePermission.APPLY)
    public Response back(@Context PageCall call, @PathParam("id") String id) {
        return call.redirect("/apply/drafts/" + id + "/materials");
    }

    /** Takes a file in, or takes one away; the others stay. */
    @POST
    @Path("/drafts/{id}/materials/{material}")
    @RequiresPermission(CasePermission.APPLY)
    public Response upload(@Context PageCall call, @PathParam("id") String id, @PathParam("material") String material) {
        Draft draft = drafts.get(id, call.context());
        if (draft.isHandedIn()) {
            return done(call, draft);
        }
        Optional<String> remove = call.form().optional("remove");
        try {
            if (remove.isPresent()) {
                drafts.change(id, present -> present.without(remove.get()), call.context());
            } else {
                Upload taken = FormUploads.one(call, "file-" + material, cases);
                Draft.Since now = DraftChanges.since(version(draft.item(), call));
                drafts.change(id, present -> withFile(present, present.key(now, material), taken), call.context());
            }
            return call.redirect("/apply/drafts/" + id + "/materials");
        } catch (ProblemException e) {
            ProblemException named = new ProblemException(
                    e.code(), e.message(), List.of(new FieldProblem("file-" + material, e.message())));
            return call.redisplay(named, materialsScreen(call, draft, material, e));
        }
    }

    private static Draft withFile(Draft draft, String material, Upload taken) {
        List<Upload> files = new ArrayList<>(draft.filesOf(material));
        files.add(taken);
        return draft.with(material, files);
    }

    /** The third step: all answers, the way that the application will take, the declaration. */
    @GET
    @Path("/drafts/{id}/check")
    @RequiresPermission(CasePermission.APPLY)
    public Response review(@Context PageCall call, @PathParam("id") String id) {
        Draft draft = drafts.get(id, call.context());
        if (draft.isHandedIn()) {
            return done(call, draft);
        }
        try {
            check(draft, call);
        } catch (ProblemException e) {
            return call.redisplay(e, detailsScreen(call, draft));
        }
        return call.render(checkScreen(call, draft));
    }

    private Screen checkScreen(PageCall call, Draft draft) {
        ItemVersion now = version(draft.item(), call);
        ItemDefinition item = now.definition();
        RouteChoice route = check(draft, call);
        return under(
                call,
                draft,
                now,
                "apply.check.title",
                TEMPLATES.applycheck(
                        call.ui(),
                        changes.placed(draft, now, call.context()),
                        now,
                        asked(item, draft),
                        new FilingFields(call.ui()).people(draft.fields()),
                        data(item, draft),
                        LicenceFields.read(typed(draft)),
                        call.ui().localize(route.reason()),
                        open(item.code(), call)));
    }

    private static List<Material> asked(ItemDefinition item, Draft draft) {
        return FilingFields.asked(item.materials(), typed(draft));
    }

    /** Hands it in: once, however often the button is pressed. */
    @POST
    @Path("/drafts/{id}/check")
    @RequiresPermission(CasePermission.APPLY)
    public Response handIn(@Context PageCall call, @PathParam("id") String id) {
        Draft draft = drafts.get(id, call.context());
        if (draft.isHandedIn()) {
            return done(call, draft);
        }
        try {
            requireShown(call.form().text(VERSION), draft);
            DraftChanges.requireChecked(call.form().text(ITEM), draft, version(draft.item(), call));
            if (call.form().optional("declared").isEmpty()) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "declared",
                        LocalizedMessage.of(ApplyPages.class, "declaration-not-ticked"));
            }
            CaseView view = cases.submit(application(draft, call), once(draft, call.context()));
            drafts.change(id, present -> present.handedIn(view.number()), call.context());
            return call.redirect("/my/" + view.number(), "submitted");
        } catch (ProblemException e) {
            return call.redisplay(e, checkOrDetails(call, draft));
        }
    }

    /** The check page, or the details where these no longer lead on to it. */
    private Screen checkOrDetails(PageCall call, Draft draft) {
        try {
            return checkScreen(call, draft);
        } catch (ProblemException incomplete) {
            return detailsScreen(call, draft);
        }
    }

    /** What is handed in is what has been checked: nothing that another page has changed since. */
    static void requireShown(String shown, Draft present) {
        if (!shown.equals(Long.toString(present.version()))) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE, LocalizedMessage.of(Drafts.class, "draft.changed-since-check"));
        }
    }

    private Submit application(Draft begun, PageCall call) {
        ItemVersion now = version(begun.item(), call);
        ItemDefinition item = now.definition();
        Draft draft = changes.placed(begun, now, call.context());
        List<MaterialGiven> given = new ArrayList<>();
        for (Material material : item.materials()) {
            draft.filesOf(material.code())
                    .forEach(file -> given.add(new MaterialGiven(material.code(), null, file.file(), false)));
        }
        MaterialGiven proof = draft.filesOf(FilingFields.PROOF).stream()
                .map(file -> new MaterialGiven(null, null, file.file(), false))
                .findFirst()
                .orElse(null);
        return new Submit(
                draft.item(),
                null,
                FormFields.applicant(typed(draft)),
                data(item, draft),
                given,
                null,
                LicenceFields.read(typed(draft)),
                null,
                FilingFields.representative(typed(draft), proof),
                call.form().optional(KnownFields.REASON).orElse(null),
                null);
    }

    /** A draft becomes one case: its id is the key, whatever page it is handed in from. */
    private static CallContext once(Draft draft, CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                Optional.of(new IdempotencyKey("draft-" + draft.id(), draft.id())),
                Optional.empty());
    }

    private static Response done(PageCall call, Draft draft) {
        return call.redirect("/my/" + draft.number(), "submitted");
    }
}
