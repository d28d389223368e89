package org.yichuang.catalogue.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.HeldSample;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.SampleFiles.Found;
import org.yichuang.catalogue.internal.SampleFiles.Removal;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Sample applications and blank forms of the materials of an item. */
@Path("/{tenant}/catalogue/items/{code}/samples")
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {
    private final SampleFiles samples;
    private final Catalogue catalogue;

    /** In front of the service. */
    public SampleResource(SampleFiles samples, Catalogue catalogue) {
        this.samples = samples;
        this.catalogue = catalogue;
    }

    /**
     * A file of a material.
     *
     * @param kind {@code SAMPLE} or {@code BLANK}
     * @param address where everybody gets it
     */
    public record SampleView(
            String material, String materialName, String kind, String name, long size, String sha256, String address) {
        static SampleView of(TenantId centre, String code, Shown shown) {
            return new SampleView(
                    shown.material(),
                    shown.materialName(),
                    shown.kind().name(),
                    shown.file().name(),
                    shown.file().size(),
                    shown.file().sha256(),
                    SampleResource.address(centre, code, shown));
        }

        static List<SampleView> of(TenantId centre, String code, List<Shown> shown) {
            return shown.stream().map(each -> of(centre, code, each)).toList();
        }
    }

    /**
     * A file as its keepers see it.
     *
     * @param id by which it is taken away
     * @param revision for {@code If-Match} where it is replaced or taken away; 0 where there is no file
     * @param kind {@code SAMPLE} or {@code BLANK}
     * @param shown to the public: whether it belongs to a material of what is published
     * @param kept whether it belongs to a material of the draft, where there is one
     * @param infected whether a scanner has found something in it: nobody is shown it then
     */
    public record HeldView(
            String id,
            long revision,
            String materialName,
            String kind,
            String name,
            long size,
            String sha256,
            boolean shown,
            boolean kept,
            boolean infected) {
        static List<HeldView> of(List<HeldSample> held) {
            return held.stream()
                    .map(each -> new HeldView(
                            each.id(),
                            each.revision(),
                            each.materialName(),
                            each.kind().name(),
                            each.file().name(),
                            each.file().size(),
                            each.file().sha256(),
                            each.isPublic(),
                            each.standing().kept(),
                            each.standing().infected()))
                    .toList();
        }
    }

    /** Where a file is, at the centre that offers the item. */
    static String address(TenantId centre, String code, Shown shown) {
        return "/api/%s/catalogue/items/%s/samples/%s/%s"
                .formatted(centre, code, shown.material(), shown.kind().key());
    }

    /** Returns the samples and blank forms of an item that is offered here. */
    @GET
    @AllowEveryone
    public List<SampleView> list(@PathParam("code") String code, @Context CallContext context) {
        return SampleView.of(context.tenant(), code, samples.of(catalogue.offered(code, context), context));
    }

    /** Returns all files of one of this centre's own items, also those that belong to none of its materials now. */
    @GET
    @Path("kept")
    @RequiresPermission(CataloguePermission.VIEW)
    public List<HeldView> held(@PathParam("code") String code, @Context CallContext context) {
        return HeldView.of(samples.held(code, context));
    }

    /** Takes a file away by its id, whatever materials the item has by now. */
    @POST
    @Path("removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<HeldView> remove(
            @PathParam("code") String code, @NotNull @Valid Removal body, @Context CallContext context) {
        return HeldView.of(samples.takeOut(code, body, context));
    }

    /** Returns a file; to be saved, never shown inside our origin. */
    @GET
    @Path("{material}/{kind}")
    @Produces(MediaType.WILDCARD)
    @AllowEveryone
    @Answers(byte[].class)
    public Response file(
            @PathParam("code") String code,
            @PathParam("material") String material,
            @PathParam("kind") String kind,
            @Context CallContext context) {
        Found found = samples.find(code, material, SampleKind.parse(kind), context);
        samples.requireOpen(found, context);
        StreamingOutput content = out -> samples.write(found, out, context);
        String name =
                URLEncoder.encode(found.file().name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, found.file().mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Content-Length", found.file().size())
                .build();
    }

    /** Gives a file, in place of the one before. */
    @POST
    @Path("{material}/{kind}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<SampleView> give(
            @PathParam("code") String code,
            @PathParam("material") String material,
            @PathParam("kind") String kind,
            @Multipart(value = "file", required = false) Attachment file,
            @Context CallContext context) {
        if (file == null) {
            throw ProblemException.field(
                    CatalogueError.ITEM_INVALID,
                    "file",
                    LocalizedMessage.of(SampleResource.class, "sample.file-missing"));
        }
        MediaType type = file.getContentType();
        HandedIn handed =
                new HandedIn(ImportResource.name(file), type == null ? null : type.toString(), SampleFiles.LARGEST);
        try (InputStream content = file.getObject(InputStream.class)) {
            return SampleView.of(
                    context.tenant(), code, samples.give(code, material, kind(kind), handed, content, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file away. */
    @POST
    @Path("{material}/{kind}/taking-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<SampleView> takeOut(
            @PathParam("code") String code,
            @PathParam("material") String material,
            @PathParam("kind") String kind,
            @NotNull @Valid Mistake body,
            @Context CallContext context) {
        return SampleView.of(context.tenant(), code, samples.takeOut(code, material, kind(kind), body, context));
    }

    private static SampleKind kind(String given) {
        return SampleKind.parse(given)
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.SAMPLE_UNKNOWN,
                        LocalizedMessage.of(SampleResource.class, "sample.kind-unknown")));
    }
}
