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
        String code = call.query("entry");
        ChangedEntry form = null;
        if (isKeeper(call)) {
            form = code.isEmpty()
                    ? DemandTables.added("", call.ui())
                    : DemandTables.changed(demands.own(code, call.context()), call.ui());
        }
        return call.render(screen(call, form));
    }

    private static boolean isKeeper(PageCall call) {
        return call.context().actor().isPermitted(CataloguePermission.PUBLISH);
    }

    /** @param form of an entry, or of a new one; null for nobody who keeps the list */
    private Screen screen(PageCall call, ChangedEntry form) {
        Ui ui = call.ui();
        Page<Demands.Entry> page =
                demands.list(call.query("q"), PageRequest.of(ROWS, call.query("cursor")), call.context());
        boolean isKeeper = isKeeper(call);
        var content = ItemPages.TEMPLATES.demands(
                ui,
                page.items().isEmpty() && isNothingListed(call) ? "demand.nothing" : "demand.hint",
                List.of(Field.of(Field.Kind.SEARCH, "q", ui.t("demand.words")).maxLength(LONGEST_WORDS)),
                DemandTables.entries(page, isKeeper ? call.tenant().id() : null, ui),
                form);
        return isKeeper ? Screen.working(ui.t("demand.title"), content) : Screen.reading(ui.t("demand.title"), content);
    }

    /** Whether no centre of the line has a list: then there is no rule that an applicant could call upon. */
    private boolean isNothingListed(PageCall call) {
        return demands.list("", PageRequest.of(1, null), call.context()).items().isEmpty();
    }

    /** The form that comes again: nothing that was typed is lost, and nobody's words are written over unseen. */
    private ChangedEntry again(PageCall call, String entry) {
        if (!entry.isEmpty()) {
            try {
                long seen = call.context().expectedVersion().orElse(0L);
                return DemandTables.again(demands.own(entry, call.context()), seen, call.ui());
            } catch (ProblemException e) {
                if (e.code() != CatalogueError.DEMAND_UNKNOWN) {
                    throw e;
                }
            }
        }
        return DemandTables.added(call.form().has("name") ? entry : "", call.ui());
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
            return call.redisplay(e, screen(call, again(call, entry)));
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
            return call.redisplay(e, screen(call, again(call, entry)));
        }
    }
}
