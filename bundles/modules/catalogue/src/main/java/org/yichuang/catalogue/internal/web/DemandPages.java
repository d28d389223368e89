package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.Demands;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.catalogue.internal.view.DemandTables;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;

/** Which certificates and services of intermediaries may be demanded: for everybody, and for whoever keeps the list. */
@Path("/{tenant}/catalogue/demands")
public class DemandPages {
    private static final String PATH = "/catalogue/demands";

    private final Demands demands;

    /** In front of the service. */
    public DemandPages(Demands demands) {
        this.demands = demands;
    }

    /** The lists, and for those who keep them the forms. */
    @GET
    @AllowEveryone
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Ui ui = call.ui();
        List<Demands.Entry> entries = demands.list(call.context());
        boolean isKeeper = call.context().actor().isPermitted(CataloguePermission.PUBLISH);
        var content = ItemPages.TEMPLATES.demands(
                ui,
                Arrays.stream(Demand.Kind.values())
                        .map(kind -> DemandTables.entries(kind, entries, ui))
                        .toList(),
                isKeeper ? DemandTables.fields(ui) : List.of());
        return isKeeper ? Screen.working(ui.t("demand.title"), content) : Screen.reading(ui.t("demand.title"), content);
    }

    /** Puts an entry on the centre's list. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response put(@Context PageCall call) {
        try {
            Form form = call.form();
            Demand.Kind kind = Arrays.stream(Demand.Kind.values())
                    .filter(each -> each.name().equals(form.text("kind")))
                    .findFirst()
                    .orElse(null);
            demands.put(
                    new NewDemand(form.text("code"), kind, form.text("name"), form.text("basis"), form.text("issuer")),
                    call.context());
            return call.redirect(PATH, "demand-listed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Takes an entry off the centre's list. */
    @POST
    @Path("/taking-back")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response takeOut(@Context PageCall call) {
        try {
            demands.takeOut(call.form().text("entry"), new Mistake(call.form().text("reason")), call.context());
            return call.redirect(PATH, "demand-taken-out");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
