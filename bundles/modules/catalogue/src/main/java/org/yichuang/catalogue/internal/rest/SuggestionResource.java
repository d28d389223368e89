package org.yichuang.catalogue.internal.rest;

import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.internal.rest.FoundItems.SuggestionViews;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;

/** What somebody who searches may be about to type. */
@Path("/{tenant}/catalogue/suggestions")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {
    private final CatalogueSearch search;

    /** In front of the search. */
    public SuggestionResource(CatalogueSearch search) {
        this.search = search;
    }

    /** Returns at most ten words and names of items. */
    @GET
    @AllowEveryone
    public SuggestionViews suggestions(@QueryParam("q") @Size(max = 200) String typed, @Context CallContext context) {
        return SuggestionViews.of(search.suggestions(typed == null ? "" : typed, context));
    }
}
