package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.rest.PublicityResource.RecordView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** Where and when versions of an item were made known to the public. */
@Path("/{tenant}/catalogue/items/{code}/publicity")
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {
    private final Publicity publicity;

    /** In front of the service. */
    public RecordResource(Publicity publicity) {
        this.publicity = publicity;
    }

    /** Returns where an item's versions were made known. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public List<RecordView> of(@PathParam("code") String code, @Context CallContext context) {
        return publicity.of(code, context).stream().map(RecordView::of).toList();
    }
}
