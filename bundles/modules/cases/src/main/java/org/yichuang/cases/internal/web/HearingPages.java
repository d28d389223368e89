package org.yichuang.cases.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.internal.HearingAnnouncements;
import org.yichuang.cases.internal.view.HearingTables;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** The hearings to which everybody may come. */
@Path("/{tenant}/hearings")
public class HearingPages {
    private final HearingAnnouncements hearings;

    /** In front of the service. */
    public HearingPages(HearingAnnouncements hearings) {
        this.hearings = hearings;
    }

    /** Announces them. */
    @GET
    @AllowEveryone
    public Response hearings(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("hearings.title"),
                ApplyPages.TEMPLATES.hearings(call.ui(), HearingTables.of(hearings.list(call.context()), call.ui()))));
    }
}
