package org.yichuang.fees.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.Payers;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** The payer's page of a demand: what it is for, how it was reckoned, by what it is paid, and what came of it. */
@Path("/{tenant}/fees/pay")
public class PayPages {
    /** Its path. */
    static final String ROOT = "/fees/pay/";

    private final Payers payers;

    PayPages(Payers payers) {
        this.payers = payers;
    }

    /** Shows it to whoever holds its link. */
    @GET
    @Path("/{number}/{key}")
    @AllowEveryone
    public Response show(@Context PageCall call, @PathParam("number") String number, @PathParam("key") String key) {
        CallContext context = call.context();
        BillView view = payers.find(number, key, context);
        List<DocumentView> papers = payers.papers(number, key, context);
        return secret(call.render(Screen.reading(
                call.ui().t("bill.of", number),
                FeePageModule.TEMPLATES.payer(call.ui(), view, papers, ROOT + number + "/" + key, context.today()))));
    }

    /** The link is a key: nobody else is to learn of it by what the browser keeps or tells. */
    private static Response secret(Response shown) {
        return Response.fromResponse(shown)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** The file of a paper. */
    @GET
    @Path("/{number}/{key}/papers/{paper}")
    @AllowEveryone
    public Response paper(
            @Context PageCall call,
            @PathParam("number") String number,
            @PathParam("key") String key,
            @PathParam("paper") String paper) {
        try {
            Payers.Content content = payers.paper(number, key, paper, call.context());
            return call.file(content.name(), "application/pdf", content.bytes());
        } catch (ProblemException e) {
            if (e.code() != DocumentError.DOCUMENT_PENDING) {
                throw e;
            }
            return call.redisplay(
                    e,
                    Screen.reading(
                                    call.ui().t("paper.pending"),
                                    call.ui().text(call.ui().t("paper.pending.words")))
                            .under(call.ui().t("bill.of", number), ROOT + number + "/" + key));
        }
    }
}
