package org.yichuang.catalogue.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.ReviewRounds;
import org.yichuang.catalogue.internal.ReviewRounds.Comparison;
import org.yichuang.catalogue.internal.RoundFiles;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.view.RoundTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.api.UploadedFile;

/** The review rounds of a centre: list, report, entry by form and by file. */
@Path("/{tenant}/catalogue/rounds")
public class RoundPages {
    private static final int ROWS = 50;
    private static final int MOST_IN_FORM = 100;
    private static final String PATH = "/catalogue/rounds";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReviewRounds rounds;
    private final RoundFiles files;
    private final ImportPreviews previews;

    /** In front of the services. */
    public RoundPages(ReviewRounds rounds, RoundFiles files, ImportPreviews previews) {
        this.rounds = rounds;
        this.files = files;
        this.previews = previews;
    }

    /** The rounds, the latest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        Page<RoundView> page = rounds.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("rounds.title"),
                ItemPages.TEMPLATES.rounds(
                        call.ui(), RoundTables.rounds(page, call.ui()), call.has("catalogue-editor"))));
    }

    /** The forms of a new round. */
    @GET
    @Path("/new")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response begin(@Context PageCall call) {
        return call.render(newScreen(call));
    }

    /** One of the two ways in: item by item where that is asked for and they are few, else by file. */
    private Screen newScreen(PageCall call) {
        RoundForm typed = new RoundForm(call.form());
        boolean byForm = typed.hasItems() || call.query("by").equals("form");
        List<RoundItem> items = typed.hasItems() ? typed.items() : files.present(MOST_IN_FORM + 1, call.context());
        boolean tooMany = items.size() > MOST_IN_FORM;
        List<RoundTables.Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size() && byForm && !tooMany; i++) {
            rows.add(RoundTables.row(items.get(i), i, call.ui()));
        }
        return Screen.working(
                        call.ui().t("rounds.new"),
                        ItemPages.TEMPLATES.newround(
                                call.ui(), rows, tooMany, call.context().today().toString()))
                .under(call.ui().t("rounds.title"), PATH);
    }

    /** The present items as a workbook. */
    @GET
    @Path("/workbook")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response workbook(@Context PageCall call) {
        return call.file(call.ui().t("rounds.workbook.file"), EXCEL, files.workbook(call.context()));
    }

    /** Enters what was typed. */
    @POST
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response enter(@Context PageCall call) {
        try {
            return entered(call, new RoundForm(call.form()).round(call.context().today(), RoundForm::items));
        } catch (ProblemException e) {
            return call.redisplay(e, newScreen(call));
        }
    }

    /** Enters what stands in a file. */
    @POST
    @Path("/file")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response take(@Context PageCall call) {
        try {
            UploadedFile file = call.form()
                    .file("file")
                    .orElseThrow(() -> ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "file",
                            LocalizedMessage.of(RoundPages.class, "import.file-missing")));
            try (InputStream content = file.open()) {
                byte[] bytes = previews.scanned(content, call.context());
                List<RoundItem> items = files.read(file.name(), bytes, call.context());
                return entered(
                        call, new RoundForm(call.form()).round(call.context().today(), form -> items));
            }
        } catch (ProblemException e) {
            return call.redisplay(ImportPages.ofFile(e, "name", "date"), newScreen(call));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response entered(PageCall call, NewRound round) {
        return call.redirect(PATH + "/" + rounds.enter(round, call.context()), "round-entered");
    }

    /** A round: its report, held against the law and an earlier round, and what it decided about each item. */
    @GET
    @Path("/{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response round(@Context PageCall call, @PathParam("id") String id) {
        return call.render(roundScreen(call, id));
    }

    /** It was entered by mistake. */
    @POST
    @Path("/{id}/taking-back")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response takeBack(@Context PageCall call, @PathParam("id") String id) {
        try {
            rounds.takeBack(id, new Mistake(call.form().text("mistake")), call.context());
            return call.redirect(PATH + "/" + id, "taken-back");
        } catch (ProblemException e) {
            return call.redisplay(EntryPages.renamed(e), roundScreen(call, id));
        }
    }

    private Screen roundScreen(PageCall call, String id) {
        Ui ui = call.ui();
        Optional<String> against = Optional.of(call.query("against")).filter(text -> !text.isEmpty());
        Comparison comparison = rounds.compare(id, against, call.context());
        Optional<RoundOutcome> outcome = RoundOutcome.parse(call.query("outcome"));
        Optional<ItemType> type = ItemType.parse(call.query("type"));
        Page<RoundItem> items = rounds.items(
                id,
                item -> outcome.filter(each -> each != item.outcome()).isEmpty()
                        && type.filter(each -> each != item.type()).isEmpty(),
                PageRequest.of(ROWS, call.query("cursor")),
                call.context());
        return Screen.working(
                        comparison.round().name(),
                        ItemPages.TEMPLATES.round(
                                ui,
                                comparison.round(),
                                RoundTables.facts(comparison, ui),
                                RoundTables.types(comparison.round(), ui),
                                List.of(earlier(comparison.round(), call)),
                                filter(comparison.round(), ui),
                                RoundTables.items(items, ui),
                                "/catalogue/compression?round=" + id))
                .under(ui.t("rounds.title"), PATH);
    }

    /** The rounds that it can be held against. */
    private Field earlier(RoundView round, PageCall call) {
        List<Option> options = rounds.list(PageRequest.of(PageRequest.MAXIMUM, null), call.context()).items().stream()
                .filter(other -> round.isLaterThan(other) && !other.isTakenBack())
                .map(other ->
                        new Option(other.id(), other.name() + " " + call.ui().date(other.heldOn())))
                .toList();
        return Field.select(
                "against",
                call.ui().t("round.against"),
                Stream.concat(Stream.of(new Option("", call.ui().t("round.against.law"))), options.stream())
                        .toList());
    }

    private static List<Field> filter(RoundView round, Ui ui) {
        Option all = new Option("", ui.t("search.all"));
        return List.of(
                Field.select(
                        "outcome",
                        ui.t("round.outcome"),
                        Stream.concat(
                                        Stream.of(all),
                                        Arrays.stream(RoundOutcome.values())
                                                .filter(each -> round.totals().count(each) > 0)
                                                .map(each -> new Option(each.key(), ui.localize(each.label()))))
                                .toList()),
                Field.select(
                        "type",
                        ui.t("item.type"),
                        Stream.concat(
                                        Stream.of(all),
                                        round.totals().types().stream()
                                                .filter(each -> each != null)
                                                .map(each -> new Option(each.code(), ui.localize(each.label()))))
                                .toList()));
    }
}
