package org.yichuang.catalogue.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Checklists;
import org.yichuang.catalogue.internal.view.ChecklistTables;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** What halls and townships should do by usual lists, and what they do. */
@Path("/{tenant}/catalogue")
public class ChecklistPages {
    private final Checklists checklists;

    /** In front of the service. */
    public ChecklistPages(Checklists checklists) {
        this.checklists = checklists;
    }

    /** The public services that should be in the hall. */
    @GET
    @Path("/public-services")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response services(@Context PageCall call) {
        Ui ui = call.ui();
        Checklists.Services services = checklists.services(call.context());
        return call.render(Screen.working(
                        ui.t("services.title"),
                        ItemPages.TEMPLATES.checklist(
                                ui,
                                ui.t("services.hint"),
                                ChecklistTables.facts(services, ui),
                                List.of(ChecklistTables.services(services, ui))))
                .under(ui.t("entry.title"), "/catalogue/entries"));
    }

    /** How many items are looked at online before they are received, by department. */
    @GET
    @Path("/online-pre-review")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response preReviews(@Context PageCall call) {
        Ui ui = call.ui();
        List<Checklists.PreReviews> departments = checklists.preReviews(call.context());
        return call.render(Screen.working(
                ui.t("pre-reviews.title"),
                ItemPages.TEMPLATES.checklist(
                        ui,
                        ui.t("pre-reviews.hint"),
                        ChecklistTables.preReviewed(departments, ui),
                        List.of(ChecklistTables.preReviews(departments, ui)))));
    }

    /** What is delegated to the townships below. */
    @GET
    @Path("/delegations")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response delegations(@Context PageCall call) {
        Ui ui = call.ui();
        Checklists.Delegations delegations = checklists.delegations(call.context());
        return call.render(Screen.working(
                ui.t("delegations.title"),
                ItemPages.TEMPLATES.checklist(
                        ui,
                        ui.t(delegations.township() ? "delegations.hint.township" : "delegations.hint"),
                        ChecklistTables.facts(delegations, ui),
                        List.of(ChecklistTables.start(delegations, ui), ChecklistTables.others(delegations, ui)))));
    }
}
