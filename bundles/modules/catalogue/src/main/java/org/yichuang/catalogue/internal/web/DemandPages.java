package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.Demands;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.catalogue.internal.view.ChangedEntry;
import org.yichuang.catalogue.internal.view.DemandTables;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;

/** Which certificates and services of intermediaries may be demanded: for everybody, and for whoever keeps the list. */
@Path("/{tenant}/catalogue/demands")
public class DemandPages {
    private static final String PATH = "/catalogue/demands";
    private static final int ROWS = 50;
    private static final int LONGEST_WORDS = 100;

    private final Demands demands;

    /** In front of the service. */
    public DemandPages(Demands demands) {
        this.demands = demands;
    }

    /** The lists, and for those who keep them the forms. */
    @GET
    @AllowEveryone
    public Response list(@Context PageCall call) {
        return call.render(screen(call, call.query("entry")));
    }

    /** @param code of the entry of this centre's list that is to be changed; empty for a new one */
    private Screen screen(PageCall call, String code) {
        Ui ui = call.ui();
        Page<Demands.Entry> page =
                demands.list(call.query("q"), PageRequest.of(ROWS, call.query("cursor")), call.context());
        boolean isKeeper = call.context().actor().isPermitted(CataloguePermission.PUBLISH);
        ChangedEntry form = null;
        if (isKeeper) {
            form = code.isEmpty()
                    ? DemandTables.added(ui)
                    : DemandTables.changed(demands.own(code, call.context()), ui);
        }
        var content = ItemPages.TEMPLATES.demands(
                ui,
                List.of(Field.of(Field.Kind.SEARCH, "q", ui.t("demand.words")).maxLength(LONGEST_WORDS)),
                DemandTables.entries(page, isKeeper ? call.tenant().id() : null, ui),
                form);
        return isKeeper ? Screen.working(ui.t("demand.title"), content) : Screen.reading(ui.t("demand.title"), content);
    }

    /** Puts an entry on the centre's list, or says something else of one that was seen. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response put(@Context PageCall call) {
        Form form = call.form();
        String entry = form.text("entry");
        try {
            Demand.Kind kind = Arrays.stream(Demand.Kind.values())
                    .filter(each -> each.name().equals(form.text("kind")))
                    .findFirst()
                    .orElse(null);
            demands.put(
                    new NewDemand(
                            entry.isEmpty() ? form.text("code") : entry,
                            kind,
                            form.text("name"),
                            form.text("basis"),
                            form.text("issuer")),
                    call.context());
            return call.redirect(PATH, "demand-listed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, entry));
        }
    }

    /** Takes an entry off the centre's list. */
    @POST
    @Path("/taking-back")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response takeOut(@Context PageCall call) {
        String entry = call.form().text("entry");
        try {
            demands.takeOut(entry, new Mistake(call.form().text("reason")), call.context());
            return call.redirect(PATH, "demand-taken-out");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, e.code() == CatalogueError.DEMAND_UNKNOWN ? "" : entry));
        }
    }
}
