package org.yichuang.agency.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.agency.internal.AgencyViews.EligibilityView;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;

/** Whom agents act for. */
@Path("/{tenant}/agency/classes")
@Produces(MediaType.APPLICATION_JSON)
public class ClassResource {
    private final Requests requests;

    public ClassResource(Requests requests) {
        this.requests = requests;
    }

    /** The classes of projects, in {@code items} like every list. */
    public record Classes(List<EligibilityView> items) {}

    /** The classes of projects for which agents act, free of charge. */
    @GET
    @AllowEveryone
    public Classes classes(@Context CallContext context) {
        return new Classes(requests.classes(context));
    }
}
