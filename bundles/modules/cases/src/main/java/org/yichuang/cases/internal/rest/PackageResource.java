package org.yichuang.cases.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.documents.api.PackageService.Prepared;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;

/** Whole cases as packages. */
@Path("/{tenant}/cases")
public class PackageResource {
    private final CasePackages packages;

    public PackageResource(CasePackages packages) {
        this.packages = packages;
    }

    /** No command, as for unmasking: it changes nothing of the case; the reason stands in no address. */
    @POST
    @Path("/{number}/package")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    @RequiresPermission(CasePermission.UNMASK)
    @Answers(byte[].class)
    public Response take(
            @PathParam("number") String number, @Valid CaseRequests.Unmask request, @Context CallContext context) {
        Prepared prepared = packages.take(number, request, context);
        return Attachments.named(prepared.fileName(), "application/zip", prepared.content()::writeTo)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
