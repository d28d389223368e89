package org.yichuang.catalogue.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.Editions;
import org.yichuang.catalogue.internal.Editions.Content;
import org.yichuang.catalogue.internal.Editions.NewEdition;
import org.yichuang.catalogue.internal.HallCards;
import org.yichuang.catalogue.internal.HallCards.Card;
import org.yichuang.catalogue.internal.HallCards.Hall;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Publicity.Entered;
import org.yichuang.catalogue.internal.Publicity.MadeKnown;
import org.yichuang.catalogue.internal.Publicity.TakingBack;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.view.PaperTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;

/** The catalogue on paper: booklets, boards, cards, and where it was made known. */
@Path("/{tenant}/catalogue")
public class PaperPages {
    private static final int ROWS = 50;
    private static final String EDITIONS = "/catalogue/editions";
    private static final String PUBLICITY = "/catalogue/publicity";
    private static final String CARDS = "/catalogue/cards";

    private final Editions editions;
    private final Publicity publicity;
    private final HallCards cards;

    /** In front of the services. */
    public PaperPages(Editions editions, Publicity publicity, HallCards cards) {
        this.editions = editions;
        this.publicity = publicity;
        this.cards = cards;
    }

    /** The editions that were made, and the form of the next. */
    @GET
    @Path("/editions")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response editions(@Context PageCall call) {
        return call.render(editionsScreen(call));
    }

    private Screen editionsScreen(PageCall call) {
        Ui ui = call.ui();
        return Screen.working(
                ui.t("editions.title"),
                ItemPages.TEMPLATES.editions(
                        ui,
                        PaperTables.edition(ui),
                        PaperTables.editions(
                                editions.list(PageRequest.of(ROWS, call.query("cursor")), call.context()), ui),
                        call.context().actor().isPermitted(CataloguePermission.PUBLISH)));
    }

    /** Makes an edition. */
    @POST
    @Path("/editions")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response make(@Context PageCall call) {
        try {
            editions.make(
                    edition(
                            call.form().text("kind"),
                            call.form().text("type"),
                            call.form().text("department")),
                    call.context());
            return call.redirect(EDITIONS, "edition-made");
        } catch (ProblemException e) {
            return call.redisplay(e, editionsScreen(call));
        }
    }

    private static NewEdition edition(String kind, String type, String department) {
        if (!type.isEmpty() && ItemType.parse(type).isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "type", LocalizedMessage.of(PaperPages.class, "edition.type-unknown"));
        }
        return new NewEdition(
                EditionKind.parse(kind).orElse(null), ItemType.parse(type).orElse(null), department);
    }

    /** What an edition would say now, for printing. */
    @GET
    @Path("/editions/preview")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response preview(@Context PageCall call) {
        Ui ui = call.ui();
        Content content = editions.preview(
                edition(call.query("kind"), call.query("type"), call.query("department")), call.context());
        String title = ui.localize(content.series().kind().label());
        return call.render(Screen.working(
                        title,
                        ItemPages.TEMPLATES.editionsheet(
                                ui,
                                title,
                                ui.t("edition.of", content.next()),
                                ItemPages.TEMPLATES.editionbody(content.items()),
                                call.tenant().name(),
                                call.context().today()))
                .under(ui.t("editions.title"), EDITIONS));
    }

    /** The file of an edition. */
    @GET
    @Path("/editions/{id}/file")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response file(@Context PageCall call, @PathParam("id") String id) {
        Editions.FileContent file = editions.file(id, call.context());
        return call.file(file.name(), "application/pdf", file.bytes());
    }

    /** The form that says where items were made known, and what was entered of one. */
    @GET
    @Path("/publicity")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response publicity(@Context PageCall call) {
        return call.render(publicityScreen(call, null, call.query("taking")));
    }

    /**
     * @param shown of which versions what was typed would be entered; null where nothing was
     * @param taking the record that is to be taken back; empty for none
     */
    private Screen publicityScreen(PageCall call, Entered shown, String taking) {
        Ui ui = call.ui();
        String code = call.query("code");
        return Screen.working(
                ui.t("publicity.title"),
                ItemPages.TEMPLATES.publicity(
                        ui,
                        List.of(Field.of(Field.Kind.SEARCH, "code", ui.t("item.code"))
                                .maxLength(64)),
                        code.isEmpty() ? null : PaperTables.records(publicity.of(code, call.context()), ui),
                        call.context().actor().isPermitted(CataloguePermission.PUBLISH)
                                ? PaperTables.publicity(ui)
                                : List.of(),
                        shown == null ? "" : PaperTables.told(shown, ui),
                        shown == null ? null : PaperTables.shown(shown, ui),
                        shown == null ? "" : PaperTables.seen(shown),
                        taking));
    }

    /** Shows of which versions it would be entered where items were made known, and enters it once that was seen. */
    @POST
    @Path("/publicity")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response enter(@Context PageCall call) {
        try {
            List<String> codes = Arrays.stream(call.form().text("codes").split("[\\s,，；;]+"))
                    .filter(code -> !code.isEmpty())
                    .toList();
            boolean all = call.form().optional("all").isPresent();
            if (all && !codes.isEmpty()) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "codes",
                        LocalizedMessage.of(PaperPages.class, "publicity.all-or-codes"));
            }
            MadeKnown made = new MadeKnown(
                    PublicityChannel.parse(call.form().text("channel")).orElse(null),
                    day(call.form().text("on")),
                    call.form().text("organ"),
                    call.form().text("proof"),
                    all ? null : codes);
            Entered shown = publicity.preview(made, call.context());
            if (call.form().optional(PaperTables.seen(shown)).isEmpty()) { // others may have been seen before
                return call.render(publicityScreen(call, shown, ""));
            }
            publicity.enter(made, Optional.of(shown.seen()), call.context());
            return call.redirect(codes.size() == 1 ? PUBLICITY + "?code=" + codes.get(0) : PUBLICITY, "made-known");
        } catch (ProblemException e) {
            return call.redisplay(e, publicityScreen(call, null, ""));
        }
    }

    /** Takes a record back that was entered by mistake. */
    @POST
    @Path("/publicity/{id}/taking-back")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response takeBack(@Context PageCall call, @PathParam("id") String id) {
        try {
            publicity.takeBack(
                    id,
                    new TakingBack(
                            call.form().text("reason"),
                            call.form().optional("together").isPresent()),
                    call.context());
            return call.redirect(PUBLICITY, "taken-back");
        } catch (ProblemException e) {
            return call.redisplay(e, publicityScreen(call, null, id));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw (RuntimeException) ProblemException.field(
                            CommonError.FIELDS_INVALID, "on", LocalizedMessage.of(PaperPages.class, "round.date"))
                    .initCause(e);
        }
    }

    /** The items that a centre above does and this one does not. */
    @GET
    @Path("/cards")
    @AllowEveryone
    public Response cards(@Context PageCall call) {
        Ui ui = call.ui();
        List<Hall> above = cards.halls(call.context());
        List<Option> halls = above.stream()
                .map(hall -> new Option(hall.centre(), hall.name()))
                .toList();
        List<Field> filter = List.of(
                Field.of(Field.Kind.SEARCH, "q", ui.t("search.words")).maxLength(100),
                Field.select("centre", ui.t("card.centre"), halls));
        Optional<TenantId> centre =
                Optional.of(call.query("centre")).filter(TenantId::isWellFormed).map(TenantId::new);
        return call.render(Screen.reading(
                ui.t("cards.title"),
                ItemPages.TEMPLATES.cards(
                        ui,
                        halls.isEmpty() ? List.of() : filter,
                        isUnknown(above, call.query("centre")),
                        PaperTables.cards(
                                cards.list(
                                        centre,
                                        call.query("q"),
                                        PageRequest.of(ROWS, call.query("cursor")),
                                        call.context()),
                                ui))));
    }

    private static boolean isUnknown(List<Hall> above, String centre) {
        return above.stream()
                .filter(hall -> centre.isEmpty() || hall.centre().equals(centre))
                .findFirst()
                .filter(hall -> !hall.known())
                .isPresent();
    }

    /** The card of an item, for printing. */
    @GET
    @Path("/cards/{centre}/{code}")
    @AllowEveryone
    public Response card(@Context PageCall call, @PathParam("centre") String centre, @PathParam("code") String code) {
        Ui ui = call.ui();
        Card card = cards.card(new TenantId(TenantId.isWellFormed(centre) ? centre : "none"), code, call.context());
        return call.render(Screen.reading(
                        card.item().name(),
                        ItemPages.TEMPLATES.editionsheet(
                                ui,
                                ui.t("card.title"),
                                "",
                                ItemPages.TEMPLATES.cardbody(ui, card.item().name(), PaperTables.card(card, ui)),
                                call.tenant().name(),
                                call.context().today()))
                .under(ui.t("cards.title"), CARDS));
    }
}
