package org.yichuang.fees.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.fees.internal.FeeCommands.Ask;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.FeeViews.QuoteView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;

/** What fees would come to. */
@Path("/{tenant}/fees/quotes")
@Produces(MediaType.APPLICATION_JSON)
public class QuoteResource {
    private final FeeItems items;

    public QuoteResource(FeeItems items) {
        this.items = items;
    }

    /** Reckons; nothing is written down. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    public QuoteView quote(@NotNull @Valid Ask asked, @Context CallContext context) {
        return items.quote(asked, context);
    }
}
