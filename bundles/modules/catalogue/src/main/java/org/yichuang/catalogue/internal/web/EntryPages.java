package org.yichuang.catalogue.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.yichuang.catalogue.internal.HallEntries;
import org.yichuang.catalogue.internal.HallEntries.ItemList;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.catalogue.internal.domain.entry.Exemption;
import org.yichuang.catalogue.internal.domain.entry.ListedItem;
import org.yichuang.catalogue.internal.domain.entry.Removal;
import org.yichuang.catalogue.internal.view.EntryTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenants;

/** Which items the hall should take in and has taken in, and the rates of the centres below. */
@Path("/{tenant}/catalogue/entries")
public class EntryPages {
    private static final int ROWS = 50;
    private static final String PATH = "/catalogue/entries";

    private final HallEntries entries;
    private final Tenants tenants;

    /** In front of the service. */
    public EntryPages(HallEntries entries, Tenants tenants) {
        this.entries = entries;
        this.tenants = tenants;
    }

    /** The rate, the ranking of the centres below, the items. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(listScreen(call));
    }

    private Screen listScreen(PageCall call) {
        Ui ui = call.ui();
        HallEntries.Rates rates = entries.rates(true, call.context());
        Optional<EntryState> state = EntryState.parse(call.query("state"));
        List<Field> filter = List.of(Field.select(
                "state",
                ui.t("item.state"),
                Stream.concat(
                                Stream.of(new Option("", ui.t("search.all"))),
                                Arrays.stream(EntryState.values())
                                        .map(each -> new Option(each.key(), ui.localize(each.label()))))
                        .toList()));
        return Screen.working(
                ui.t("entry.title"),
                ItemPages.TEMPLATES.entries(
                        ui,
                        EntryTables.facts(rates, ui),
                        rates.centres().isEmpty() ? null : EntryTables.centres(rates, tenants, ui),
                        filter,
                        EntryTables.entries(
                                entries.entries(state, PageRequest.of(ROWS, call.query("cursor")), call.context()),
                                ui)));
    }

    /** Lists one item. */
    @POST
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response add(@Context PageCall call) {
        Form form = call.form();
        try {
            ListedItem item = new ListedItem(
                    form.text("code"),
                    form.text("name"),
                    form.text("department"),
                    form.optional("vertical").isPresent(),
                    form.optional("entered").isPresent());
            entries.list(new ItemList(List.of(item)), call.context());
            return call.redirect(PATH, "entry-listed");
        } catch (ProblemException e) {
            return call.redisplay(ofItem(e), listScreen(call));
        }
    }

    /** Lists what the centre publishes. */
    @POST
    @Path("/published")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response addPublished(@Context PageCall call) {
        try {
            entries.listPublished(call.context());
            return call.redirect(PATH, "entry-listed");
        } catch (ProblemException e) {
            return call.redisplay(e, listScreen(call));
        }
    }

    /** Problems of the one item stand beside its fields. */
    private static ProblemException ofItem(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong ->
                                new FieldProblem(wrong.field().replaceFirst("^items\\[0]\\.", ""), wrong.message()))
                        .toList());
    }

    /** An item, and what can be done with it. */
    @GET
    @Path("/{code}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response entry(@Context PageCall call, @PathParam("code") String code) {
        return call.render(entryScreen(call, code));
    }

    private Screen entryScreen(PageCall call, String code) {
        EntryView entry = entries.find(code, call.context());
        boolean isRoot = call.tenant().parent().isEmpty();
        return Screen.working(
                        entry.name(),
                        ItemPages.TEMPLATES.entry(
                                call.ui(),
                                EntryTables.facts(entry, call.ui()),
                                entry.code(),
                                entry.state().key(),
                                isRoot))
                .under(call.ui().t("entry.title"), PATH);
    }

    /** The item enters the hall. */
    @POST
    @Path("/{code}/entered")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response enter(@Context PageCall call, @PathParam("code") String code) {
        EntryView entry = entries.find(code, call.context());
        ListedItem item = new ListedItem(entry.code(), entry.name(), entry.department(), entry.vertical(), true);
        entries.list(new ItemList(List.of(item)), call.context());
        return call.redirect(PATH + "/" + code, "entry-listed");
    }

    /** It stays outside by consent. */
    @POST
    @Path("/{code}/exemption")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response exempt(@Context PageCall call, @PathParam("code") String code) {
        Form form = call.form();
        try {
            Exemption by = new Exemption(
                    form.text("decidedBy"),
                    form.text("document"),
                    day(form),
                    form.text("opinionOf"),
                    form.text("opinionDocument"),
                    form.text("reason"));
            entries.exempt(code, by, call.context());
            return call.redirect(PATH + "/" + code, "entry-exempted");
        } catch (ProblemException e) {
            return call.redisplay(e, entryScreen(call, code));
        }
    }

    private static LocalDate day(Form form) {
        try {
            return form.optional("decidedOn").map(LocalDate::parse).orElse(null);
        } catch (DateTimeException e) {
            throw (RuntimeException) ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "decidedOn",
                            LocalizedMessage.of(EntryPages.class, "round.date"))
                    .initCause(e);
        }
    }

    /** It is taken out by approval. */
    @POST
    @Path("/{code}/removal")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response remove(@Context PageCall call, @PathParam("code") String code) {
        Form form = call.form();
        try {
            Removal by = new Removal(form.text("decidedBy"), form.text("document"), form.text("reason"));
            entries.remove(code, by, call.context());
            return call.redirect(PATH + "/" + code, "entry-removed");
        } catch (ProblemException e) {
            return call.redisplay(e, entryScreen(call, code));
        }
    }

    /** It was listed by mistake. */
    @POST
    @Path("/{code}/taking-back")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response takeBack(@Context PageCall call, @PathParam("code") String code) {
        try {
            entries.takeBack(code, new Mistake(call.form().text("mistake")), call.context());
            return call.redirect(PATH, "taken-back");
        } catch (ProblemException e) {
            return call.redisplay(renamed(e), entryScreen(call, code));
        }
    }

    /** Beside the field of this form: another one of the page asks for a reason as well. */
    static ProblemException renamed(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong -> new FieldProblem("mistake", wrong.message()))
                        .toList());
    }
}
