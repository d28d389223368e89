package org.yichuang.catalogue.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.internal.HallCards;
import org.yichuang.catalogue.internal.HallCards.Card;
import org.yichuang.catalogue.internal.HallCards.Hall;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.web.api.AllowEveryone;

/** Items that are done at a centre above and not here, and where that is. */
@Path("/{tenant}/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CardResource {
    private final HallCards cards;

    /** In front of the service. */
    public CardResource(HallCards cards) {
        this.cards = cards;
    }

    /** An item and where it is done. */
    public record CardView(String code, String name, String department, String place, Hall hall) {
        static CardView of(Card card) {
            return new CardView(
                    card.item().code(),
                    card.item().name(),
                    card.item().department(),
                    card.item().place(),
                    card.hall());
        }
    }

    /** Returns the centres above, the nearest first, and where they are. */
    @GET
    @Path("halls-above")
    @AllowEveryone
    public List<Hall> halls(@Context CallContext context) {
        return cards.halls(context);
    }

    /** Returns the items that a centre above (the nearest where none is named) does and this one does not, by code. */
    @GET
    @Path("cards")
    @AllowEveryone
    public Page<CardView> list(
            @QueryParam("centre") String centre,
            @QueryParam("q") String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return cards.list(
                        Optional.ofNullable(centre)
                                .filter(TenantId::isWellFormed)
                                .map(TenantId::new),
                        words == null ? "" : words,
                        PageRequest.of(limit, cursor),
                        context)
                .map(CardView::of);
    }
}
