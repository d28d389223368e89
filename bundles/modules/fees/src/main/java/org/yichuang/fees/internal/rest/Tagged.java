package org.yichuang.fees.internal.rest;

import java.net.URI;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.ItemView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.fees.internal.StockViews.LotView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.EntityTags;

/** Answers with the version of what they tell. */
final class Tagged {
    private Tagged() {}

    static Response of(BillView view) {
        return tagged(Response.ok(), view, view.version());
    }

    static Response of(ItemView view) {
        return tagged(Response.ok(), view, view.revision());
    }

    static Response of(PaymentView view) {
        return tagged(Response.ok(), view, view.version());
    }

    static Response of(RefundView view) {
        return tagged(Response.ok(), view, view.version());
    }

    static Response of(BankView view) {
        return tagged(Response.ok(), view, view.version());
    }

    static Response of(LotView view) {
        return tagged(Response.ok(), view, view.version());
    }

    static Response created(RefundView view, CallContext context) {
        return tagged(created("refunds/" + view.id(), context), view, view.version());
    }

    static Response created(BillView view, CallContext context) {
        return tagged(created("bills/" + view.summary().number(), context), view, view.version());
    }

    static Response created(ItemView view, CallContext context) {
        return tagged(created("items/" + view.item().code(), context), view, view.revision());
    }

    private static Response.ResponseBuilder created(String path, CallContext context) {
        return Response.created(URI.create(context.tenant() + "/fees/" + path));
    }

    private static Response tagged(Response.ResponseBuilder answer, Object view, int version) {
        return answer.entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }
}
