package org.yichuang.licences.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.licences.internal.Grants;
import org.yichuang.licences.internal.LicenceView.Published;
import org.yichuang.licences.internal.Licences;
import org.yichuang.licences.internal.jte.StaticTemplates;
import org.yichuang.licences.internal.jte.Templates;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;
import org.yichuang.web.api.AllowEveryone;

/** What was granted, for everybody (许可结果公示). */
@Path("/{tenant}/granted")
public class GrantedPages {
    static final Templates TEMPLATES = new StaticTemplates();

    private static final int ROWS = 30;

    private static final String ROOT = "/granted";
    private static final String DECISIONS = ROOT + "/decisions";

    private final Licences licences;
    private final Grants grants;

    /** In front of the services. */
    public GrantedPages(Licences licences, Grants grants) {
        this.licences = licences;
        this.grants = grants;
    }

    /** The decisions, the newest first. */
    @GET
    @Path("/decisions")
    @AllowEveryone
    public Response decisions(@Context PageCall call) {
        Page<Grants.Decided> page =
                grants.published(Filters.read(call), PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("granted.title"),
                TEMPLATES.decisions(
                        call.ui(),
                        views(call, DECISIONS),
                        List.of(Filters.holder(call.ui())),
                        page.items(),
                        page.next())));
    }

    private static List<Tab> views(PageCall call, String current) {
        return List.of(
                new Tab(call.ui().t("granted.results"), ROOT, current.equals(ROOT)),
                new Tab(call.ui().t("granted.decisions"), DECISIONS, current.equals(DECISIONS)));
    }

    /** The newest first. */
    @GET
    @AllowEveryone
    public Response list(@Context PageCall call) {
        Page<Published> page =
                licences.published(Filters.read(call), PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("granted.title"),
                TEMPLATES.granted(call.ui(), views(call, ROOT), Filters.fields(call.ui()), page.items(), page.next())));
    }
}
