package org.yichuang.catalogue.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.SampleFiles.Found;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.pages.api.PageCall;
import org.yichuang.web.api.AllowEveryone;

/** The samples and blank forms of an item, for everybody. */
@Path("/{tenant}/items/{code}/samples")
public class SampleDownloads {
    private final SampleFiles samples;

    /** In front of the service. */
    public SampleDownloads(SampleFiles samples) {
        this.samples = samples;
    }

    /** A file. */
    @GET
    @Path("/{material}/{kind}")
    @AllowEveryone
    public Response file(
            @Context PageCall call,
            @PathParam("code") String code,
            @PathParam("material") String material,
            @PathParam("kind") String kind) {
        Found found = samples.find(code, material, SampleKind.parse(kind), call.context());
        samples.requireOpen(found, call.context());
        return call.file(
                found.file().name(),
                found.file().mediaType(),
                found.file().size(),
                out -> samples.write(found, out, call.context()));
    }
}
