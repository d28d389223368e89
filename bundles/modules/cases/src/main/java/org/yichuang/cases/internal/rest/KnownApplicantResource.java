package org.yichuang.cases.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.KnownApplicants;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** Who stands before a window, by the number of their document. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KnownApplicantResource {
    private final KnownApplicants known;

    /** In front of the service. */
    public KnownApplicantResource(KnownApplicants known) {
        this.known = known;
    }

    /** No command: it changes nothing and is kept nowhere; a number belongs into no address. */
    @POST
    @Path("/known-applicant")
    @RequiresPermission(CasePermission.TAKE_IN)
    public KnownApplicants.Known find(@Valid KnownApplicants.Wanted wanted, @Context CallContext context) {
        return known.find(wanted, context);
    }
}
