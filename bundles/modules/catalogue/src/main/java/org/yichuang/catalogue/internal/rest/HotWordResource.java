package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.internal.HotWords;
import org.yichuang.catalogue.internal.HotWords.Hot;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;

/** What people look for. */
@Path("/{tenant}/catalogue/hot-words")
@Produces(MediaType.APPLICATION_JSON)
public class HotWordResource {
    private final HotWords words;

    /** In front of the service. */
    public HotWordResource(HotWords words) {
        this.words = words;
    }

    /** Words and how many people have used them, the most used first; of none that fewer than ten have used. */
    public record HotWordsView(List<Hot> items) {}

    /** Returns at most eight words that at least ten people have found items by in this month or the last. */
    @GET
    @AllowEveryone
    public HotWordsView words(@Context CallContext context) {
        return new HotWordsView(words.hot(context));
    }
}
