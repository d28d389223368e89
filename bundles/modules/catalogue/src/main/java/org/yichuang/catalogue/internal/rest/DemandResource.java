package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Demands;
import org.yichuang.catalogue.internal.Demands.Entry;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Which certificates and services of intermediaries may be demanded. */
@Path("/{tenant}/catalogue/demands")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DemandResource {
    private final Demands demands;

    /** In front of the service. */
    public DemandResource(Demands demands) {
        this.demands = demands;
    }

    /**
     * An entry.
     *
     * @param centre whose list it stands on: this centre's, or that of one above
     */
    public record DemandView(
            String centre,
            String code,
            String kind,
            String name,
            String basis,
            String issuer,
            LocalDate since,
            long revision) {
        static DemandView of(Entry entry) {
            return new DemandView(
                    entry.centre().id().value(),
                    entry.demand().code(),
                    entry.demand().kind().name(),
                    entry.demand().name(),
                    entry.demand().basis(),
                    entry.demand().issuer(),
                    entry.demand().since(),
                    entry.demand().revision());
        }
    }

    /** Returns what may be demanded at this centre, by its own list and by those of the centres above. */
    @GET
    @AllowEveryone
    public Page<DemandView> list(
            @QueryParam("q") String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return demands.list(words, PageRequest.of(limit, cursor), context).map(DemandView::of);
    }

    /** Puts an entry on this centre's list, in place of what was said of it before. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public DemandView put(@NotNull @Valid NewDemand body, @Context CallContext context) {
        return DemandView.of(demands.put(body, context));
    }

    /** Takes an entry off this centre's list; the answer is what it said. */
    @POST
    @Path("{code}/taking-back")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public DemandView takeOut(
            @PathParam("code") String code, @NotNull @Valid Mistake body, @Context CallContext context) {
        return DemandView.of(demands.takeOut(code, body, context));
    }
}
