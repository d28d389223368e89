package org.yichuang.agency.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.internal.AgencyViews.Published;
import org.yichuang.agency.internal.Agents;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** What everybody may know: whom agents act for, and who they are. */
@Path("/{tenant}/agency")
public class PublicPages {
    private static final int ROWS = 50;

    private final Agents agents;
    private final Requests requests;

    PublicPages(Agents agents, Requests requests) {
        this.agents = agents;
        this.requests = requests;
    }

    /** All of it. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call) {
        Page<Published> page = agents.published(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("agency.title"),
                AgencyPageModule.TEMPLATES.agency(
                        call.ui(), requests.classes(call.context()), page.items(), page.next())));
    }
}
