package org.yichuang.fees.internal.web;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.FeeViews.LinkView;
import org.yichuang.fees.internal.FeeViews.Published;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** What is charged, and what it rests on, for everybody (目录清单). */
@Path("/{tenant}/fees")
public class FeePages {
    private static final int ROWS = 50;

    private final FeeItems items;

    FeePages(FeeItems items) {
        this.items = items;
    }

    /** The list. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call) {
        Page<Published> page = items.published(PageRequest.of(ROWS, call.query("cursor")), call.context());
        Map<String, List<LinkView>> links =
                items.charged(page.items().stream().map(Published::code).toList(), call.context());
        return call.render(Screen.reading(
                call.ui().t("fees.title"), FeePageModule.TEMPLATES.fees(call.ui(), page.items(), links, page.next())));
    }
}
