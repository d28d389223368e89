package org.yichuang.catalogue.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.ImportPreviews.Kind;
import org.yichuang.catalogue.internal.ImportPreviews.Line;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.ImportUndo;
import org.yichuang.catalogue.internal.ImportUndo.Undo;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.view.Difference;
import org.yichuang.catalogue.internal.view.PreviewRow;
import org.yichuang.catalogue.internal.view.ViewWords;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.api.UploadedFile;

/** A file of items on its way in: offered, held against the catalogue, taken, reported. */
@Path("/{tenant}/editor/imports")
public class ImportPages {
    private static final int ROWS = 50;
    private static final int LOOKS_AGAIN_SECONDS = 3;
    private static final String YES = "yes";

    private final CatalogueEditing editing;
    private final ImportPreviews previews;
    private final ImportUndo undo;
    private final EditorPages editor;

    /** In front of the services. */
    public ImportPages(CatalogueEditing editing, ImportPreviews previews, ImportUndo undo, EditorPages editor) {
        this.editing = editing;
        this.previews = previews;
        this.undo = undo;
        this.editor = editor;
    }

    /** Takes a file to show what it would do. */
    @POST
    @Path("/preview")
    @RequiresPermission(CataloguePermission.IMPORT)
    public Response offer(@Context PageCall call) {
        try {
            UploadedFile file = call.form()
                    .file("file")
                    .orElseThrow(() -> ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "file",
                            LocalizedMessage.of(ImportPages.class, "import.file-missing")));
            try (InputStream content = file.open()) {
                String handle = previews.offer(file.name(), content, call.context());
                boolean publish = call.form().optional("publish").isPresent();
                return call.redirect("/editor/imports/preview?handle="
                        + URLEncoder.encode(handle, StandardCharsets.UTF_8) + (publish ? "&publish=" + YES : ""));
            }
        } catch (ProblemException e) {
            return call.redisplay(ofFile(e), editor.listScreen(call, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with the file's columns is told beside the field of the file.
     *
     * @param others fields beside it, whose problems stay theirs
     */
    static ProblemException ofFile(ProblemException refusal, String... others) {
        List<FieldProblem> fields = refusal.fields().stream()
                .map(wrong ->
                        List.of(others).contains(wrong.field()) ? wrong : new FieldProblem("file", wrong.message()))
                .toList();
        return fields.isEmpty() ? refusal : new ProblemException(refusal.code(), refusal.message(), fields);
    }

    /** What a file would do, row by row. */
    @GET
    @Path("/preview")
    @RequiresPermission(CataloguePermission.IMPORT)
    public Response preview(@Context PageCall call) {
        try {
            return call.render(screen(call, call.query("handle"), YES.equals(call.query("publish"))));
        } catch (ProblemException e) {
            if (e.code() == DocumentError.FILE_NOT_SCANNED) {
                return pending(call);
            }
            if (e.code() == DocumentError.FILE_INFECTED) {
                return call.redisplay(
                        ProblemException.field(e.code(), "file", e.message()), editor.listScreen(call, null));
            }
            throw e;
        }
    }

    /** A file that has still to be scanned: the page looks again by itself. */
    private static Response pending(PageCall call) {
        Screen screen = Screen.working(call.ui().t("preview.title"), ItemPages.TEMPLATES.previewpending(call.ui()))
                .under(call.ui().t("editor.title"), "/editor");
        return Response.fromResponse(call.render(screen))
                .header("Refresh", LOOKS_AGAIN_SECONDS)
                .build();
    }

    private Screen screen(PageCall call, String handle, boolean publish) {
        Preview preview = previews.preview(handle, publish, call.context());
        boolean isWhole = YES.equals(call.query("all"));
        List<Line> shown = preview.rows().stream()
                .filter(row -> isWhole || row.kind() != Kind.SAME)
                .toList();
        String cursor = call.query("cursor");
        List<Line> rest = shown.stream()
                .filter(line -> line.row().row() > after(cursor))
                .limit(ROWS + 1L)
                .toList();
        Page<Line> page =
                Page.of(rest, ROWS, line -> Integer.toString(line.row().row()));
        List<PreviewRow> rows =
                page.items().stream().map(line -> row(line, call.ui())).toList();
        return Screen.working(
                        call.ui().t("preview.title"),
                        ItemPages.TEMPLATES.preview(
                                call.ui(), preview, rows, page.next(), isWhole, WordPages.asked(call.ui())))
                .under(call.ui().t("editor.title"), "/editor");
    }

    private static int after(String cursor) {
        return cursor.matches("\\d{1,7}") ? Integer.parseInt(cursor) : 0;
    }

    private static PreviewRow row(Line line, Ui ui) {
        List<Difference> changes = line.kind() == Kind.CHANGED ? changes(line.before(), line.after(), ui) : List.of();
        List<Difference> ofDraft = line.draft() == null ? List.of() : changes(line.draft(), line.after(), ui);
        return new PreviewRow(line, ItemPages.TEMPLATES.changes(ui, changes, line.reasons(), ofDraft));
    }

    private static List<Difference> changes(ItemDefinition before, ItemDefinition after, Ui ui) {
        List<Difference> changes = Difference.between(before, after, key -> ui.t(key), ui.locale()).stream()
                .filter(change -> !change.same())
                .map(Difference::excerpt)
                .toList();
        return changes.isEmpty() ? List.of(new Difference("other", "", ui.t("compare.other"))) : changes;
    }

    /** Takes the file that was shown. */
    @POST
    @RequiresPermission(CataloguePermission.IMPORT)
    public Response take(@Context PageCall call) {
        String handle = call.form().text("handle");
        boolean publish = call.form().optional("publish").isPresent();
        try {
            ImportReport report = previews.confirm(handle, publish, call.form().text("state"), call.context());
            return call.redirect("/editor/imports/" + report.id());
        } catch (ProblemException e) {
            return call.redisplay(
                    e,
                    e.code() == CommonError.CHANGED_MEANWHILE
                            ? screen(call, handle, publish)
                            : editor.listScreen(call, null));
        }
    }

    /** What became of a file, row by row. */
    @GET
    @Path("/{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response imported(@Context PageCall call, @PathParam("id") String id) {
        return call.render(reportScreen(call, id));
    }

    private Screen reportScreen(PageCall call, String id) {
        ImportReport report = editing.imported(id, call.context());
        boolean refusedOnly = !call.query("refused").isEmpty();
        List<Row> rest = report.details().stream()
                .filter(row -> !refusedOnly || row.outcome() == Outcome.REFUSED)
                .filter(row -> row.row() > after(call.query("cursor")))
                .limit(ROWS + 1L)
                .toList();
        Optional<CatalogueImport.Undone> done = undo.undone(id, call.context());
        return Screen.working(
                        call.ui().t("import.title"),
                        ItemPages.TEMPLATES.imported(
                                call.ui(),
                                report,
                                Page.of(rest, ROWS, row -> Integer.toString(row.row())),
                                refusedOnly,
                                done.map(each -> told(each, call.ui())).orElse(""),
                                done.filter(each -> each.kept() == 0).isEmpty()))
                .under(call.ui().t("editor.title"), "/editor");
    }

    private static String told(CatalogueImport.Undone done, Ui ui) {
        return new ViewWords(ui)
                .say(done.kept() > 0 ? "undo.part" : "undo.done", ui.date(done.at()), done.reason(), done.kept());
    }

    /** Takes back what a file has brought. */
    @POST
    @Path("/{id}/undoing")
    @RequiresPermission(CataloguePermission.IMPORT)
    public Response undo(@Context PageCall call, @PathParam("id") String id) {
        try {
            Undo asked = new Undo(
                    call.form().text("reason"),
                    call.form().optional("partly").isPresent(),
                    call.form().optional("elsewhereAsked").isPresent());
            undo.undo(id, asked, call.context());
            return call.redirect("/editor/imports/" + id, "import-undone");
        } catch (ProblemException e) {
            return call.redisplay(named(e), reportScreen(call, id));
        }
    }

    /** The items that stand in the way are told together, as no field of the form is theirs. */
    private static ProblemException named(ProblemException refusal) {
        return refusal.code() != CatalogueError.IMPORT_IN_USE
                ? refusal
                : new ProblemException(refusal.code(), Problems.summary(refusal.message(), refusal.fields()));
    }
}
