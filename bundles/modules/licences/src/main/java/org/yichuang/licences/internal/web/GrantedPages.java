package org.yichuang.licences.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.licences.internal.LicenceView.Published;
import org.yichuang.licences.internal.Licences;
import org.yichuang.licences.internal.jte.StaticTemplates;
import org.yichuang.licences.internal.jte.Templates;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** What was granted, for everybody (许可结果公示). */
@Path("/{tenant}/granted")
public class GrantedPages {
    static final Templates TEMPLATES = new StaticTemplates();

    private static final int ROWS = 30;

    private final Licences licences;

    /** In front of the service. */
    public GrantedPages(Licences licences) {
        this.licences = licences;
    }

    /** The newest first. */
    @GET
    @AllowEveryone
    public Response list(@Context PageCall call) {
        Page<Published> page =
                licences.published(Filters.read(call), PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("granted.title"),
                TEMPLATES.granted(call.ui(), Filters.fields(call.ui()), page.items(), page.next())));
    }
}
