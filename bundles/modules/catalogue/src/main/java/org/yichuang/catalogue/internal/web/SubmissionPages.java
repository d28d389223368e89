package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.Adjustment;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.DraftOpinions.Waiting;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.catalogue.internal.Submissions.Judgement;
import org.yichuang.catalogue.internal.Submissions.Judgements;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.Submissions.Whole;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.view.Difference;
import org.yichuang.catalogue.internal.view.SubmissionTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Drafts that go up, and those that have come from below. */
@Path("/{tenant}/catalogue/submissions")
public class SubmissionPages {
    private static final int ROWS = 50;
    private static final String PATH = "/catalogue/submissions";

    private final Submissions submissions;
    private final DraftOpinions drafts;

    /** In front of the services. */
    public SubmissionPages(Submissions submissions, DraftOpinions drafts) {
        this.submissions = submissions;
        this.drafts = drafts;
    }

    /** The lists of the centre. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(listScreen(call));
    }

    private Screen listScreen(PageCall call) {
        Ui ui = call.ui();
        Optional<SubmissionState> state = SubmissionState.parse(call.query("state"));
        boolean late = !call.query("late").isEmpty();
        List<Field> filter = List.of(
                Field.select(
                        "state",
                        ui.t("item.state"),
                        Stream.concat(
                                        Stream.of(new Option("", ui.t("search.all"))),
                                        Arrays.stream(SubmissionState.values())
                                                .map(each -> new Option(each.key(), ui.localize(each.label()))))
                                .toList()),
                Field.select(
                        "late",
                        ui.t("submission.due"),
                        List.of(new Option("", ui.t("search.all")), new Option("true", ui.t("submission.late.only")))));
        boolean maySend =
                call.tenant().parent().isPresent() && call.context().actor().isPermitted(CataloguePermission.PUBLISH);
        return Screen.working(
                ui.t("submissions.title"),
                ItemPages.TEMPLATES.submissions(
                        ui,
                        filter,
                        SubmissionTables.lists(
                                submissions.list(
                                        state, late, PageRequest.of(ROWS, call.query("cursor")), call.context()),
                                ui),
                        maySend ? sendable(call) : List.of(),
                        call.form().all("codes")));
    }

    private List<ItemDefinition> sendable(PageCall call) {
        return drafts.waiting(PageRequest.of(PageRequest.MAXIMUM, null), call.context()).items().stream()
                .map(Waiting::draft)
                .map(draft -> draft.definition())
                .filter(draft -> !draft.bundled())
                .toList();
    }

    /** Sends drafts up. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response submit(@Context PageCall call) {
        try {
            NewSubmission given =
                    new NewSubmission(call.form().text("title"), call.form().all("codes"));
            return call.redirect(PATH + "/" + submissions.submit(given, call.context()), "submission-sent");
        } catch (ProblemException e) {
            return call.redisplay(e, listScreen(call));
        }
    }

    /** A list and its items. */
    @GET
    @Path("/{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response submission(@Context PageCall call, @PathParam("id") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        Ui ui = call.ui();
        Whole whole = submissions.find(id, call.context());
        return Screen.working(
                        whole.list().title(),
                        ItemPages.TEMPLATES.submission(
                                ui,
                                whole.list(),
                                SubmissionTables.facts(whole.list(), ui),
                                SubmissionTables.items(whole.list(), whole.items(), ui),
                                whole.items().stream()
                                        .filter(item -> item.outcome().isEmpty())
                                        .count(),
                                call.context().actor().isPermitted(CataloguePermission.EXAMINE),
                                call.context().actor().isPermitted(CataloguePermission.PUBLISH)))
                .under(ui.t("submissions.title"), PATH);
    }

    /** Everything of which nothing is said yet is kept. */
    @POST
    @Path("/{id}/keeping")
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Response keepRest(@Context PageCall call, @PathParam("id") String id) {
        return act(call, id, "submission-examined", () -> {
            List<Judgement> rest = submissions.find(id, call.context()).items().stream()
                    .filter(item -> item.outcome().isEmpty())
                    .map(item -> new Judgement(item.code(), ExaminationOutcome.KEEP, "", null))
                    .toList();
            submissions.examine(id, new Judgements(rest), call.context());
        });
    }

    /** This centre has said what it thinks of every item. */
    @POST
    @Path("/{id}/conclusion")
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Response conclude(@Context PageCall call, @PathParam("id") String id) {
        return act(call, id, "submission-concluded", () -> submissions.conclude(id, call.context()));
    }

    /** The centre that it comes from takes it back. */
    @POST
    @Path("/{id}/withdrawal")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response withdraw(@Context PageCall call, @PathParam("id") String id) {
        return act(
                call,
                id,
                "submission-withdrawn",
                () -> submissions.withdraw(id, new TakingBack(call.form().text("reason")), call.context()));
    }

    private Response act(PageCall call, String id, String done, Runnable act) {
        try {
            act.run();
            return call.redirect(PATH + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** An item of a list: what it says, what was said of it. */
    @GET
    @Path("/{id}/items/{place}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response item(@Context PageCall call, @PathParam("id") String id, @PathParam("place") int place) {
        return call.render(itemScreen(call, id, place));
    }

    private Optional<ProblemException> obstacle(PageCall call, String id, SubmittedItem item) {
        return submissions.obstacle(id, item.code(), call.context());
    }

    private static SubmittedItem at(int place, Whole whole) {
        return whole.items().stream()
                .filter(item -> item.place() == place)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.SUBMISSION_UNKNOWN,
                        LocalizedMessage.of(Submissions.class, "submission.unknown")));
    }

    private Screen itemScreen(PageCall call, String id, int place) {
        Ui ui = call.ui();
        Whole whole = submissions.find(id, call.context());
        SubmittedItem item = at(place, whole);
        List<Difference> content = Difference.between(item.definition(), item.content(), key -> ui.t(key), ui.locale());
        boolean mayExamine = whole.list().state() == SubmissionState.EXAMINING
                && call.context().actor().isPermitted(CataloguePermission.EXAMINE);
        boolean mayAdopt = whole.list().own()
                && item.isAdjusted()
                && item.standing() == ItemStanding.APPROVED
                && call.context().actor().isPermitted(CataloguePermission.EDIT);
        return Screen.working(
                        item.content().name(),
                        ItemPages.TEMPLATES.submitted(
                                ui,
                                whole.list(),
                                place,
                                content,
                                SubmissionTables.road(item.road().steps(), ui),
                                mayExamine ? SubmissionTables.judgement(item, ui) : List.of(),
                                mayExamine ? SubmissionTables.adjustable(item.content(), ui) : List.of(),
                                mayAdopt,
                                mayAdopt ? SubmissionTables.adoption(obstacle(call, id, item), ui) : List.of()))
                .under(ui.t("submissions.title"), PATH)
                .under(whole.list().title(), PATH + "/" + id);
    }

    /** Keeps what this centre says of an item. */
    @POST
    @Path("/{id}/items/{place}")
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Response examine(@Context PageCall call, @PathParam("id") String id, @PathParam("place") int place) {
        try {
            SubmittedItem item = at(place, submissions.find(id, call.context()));
            ExaminationOutcome outcome =
                    ExaminationOutcome.parse(call.form().text("outcome")).orElse(null);
            Judgement judgement = new Judgement(
                    item.code(),
                    outcome,
                    call.form().text("words"),
                    outcome == ExaminationOutcome.ADJUST ? changes(call.form(), item.definition()) : null);
            submissions.examine(id, new Judgements(List.of(judgement)), call.context());
            return call.redirect(PATH + "/" + id, "submission-examined");
        } catch (ProblemException e) {
            return call.redisplay(beside(e), itemScreen(call, id, place));
        }
    }

    /** What was typed otherwise than it stood in the draft. */
    private static Adjustment changes(Form form, ItemDefinition draft) {
        String before = draft.promisedLimit() == null
                ? ""
                : String.valueOf(draft.promisedLimit().amount());
        return new Adjustment(
                other(form, "name", draft, ItemDefinition::name),
                other(form, "legalBasis", draft, ItemDefinition::legalBasis),
                other(form, "conditions", draft, ItemDefinition::conditions),
                other(form, "procedure", draft, ItemDefinition::procedure),
                other(form, "fee", draft, ItemDefinition::fee),
                other(form, "result", draft, ItemDefinition::result),
                other(form, "complaint", draft, ItemDefinition::complaint),
                other(form, "place", draft, ItemDefinition::place),
                form.optional("promisedDays")
                        .filter(typed -> !typed.equals(before))
                        .map(SubmissionPages::days)
                        .orElse(null));
    }

    private static String other(
            Form form, String field, ItemDefinition draft, Function<ItemDefinition, String> reader) {
        String typed = TextRules.normalized(form.text(field));
        return Objects.equals(typed, TextRules.normalized(reader.apply(draft))) ? null : typed;
    }

    private static Integer days(String typed) {
        if (!typed.matches("\\d{1,4}")) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "promisedDays",
                    LocalizedMessage.of(SubmissionPages.class, "compression.days"));
        }
        return Integer.valueOf(typed);
    }

    /** Problems of the one item stand beside its fields. */
    private static ProblemException beside(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong -> new FieldProblem(
                                wrong.field().replaceFirst("^judgements\\[0]\\.(changes\\.)?", ""), wrong.message()))
                        .toList());
    }

    /** The draft here becomes what the centres above have agreed to. */
    @POST
    @Path("/{id}/items/{place}/adoption")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response adopt(@Context PageCall call, @PathParam("id") String id, @PathParam("place") int place) {
        try {
            SubmittedItem item = at(place, submissions.find(id, call.context()));
            submissions.adopt(id, item.code(), call.form().optional("over").isPresent(), call.context());
            return call.redirect("/editor/items/" + item.code(), "drafted");
        } catch (ProblemException e) {
            return call.redisplay(e, itemScreen(call, id, place));
        }
    }
}
