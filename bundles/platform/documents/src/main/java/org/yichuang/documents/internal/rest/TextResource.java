package org.yichuang.documents.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.api.DocumentTexts.Draft;
import org.yichuang.documents.api.DocumentTexts.TextVersion;
import org.yichuang.documents.api.DocumentTexts.TextView;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** The texts that documents are issued with at a centre. */
@Path("/{tenant}/document-texts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TextResource {
    private final DocumentTexts texts;

    public TextResource(DocumentTexts texts) {
        this.texts = texts;
    }

    /** Lists all kinds of documents with the texts in force. */
    @GET
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public TextList list(@Context CallContext context) {
        return new TextList(texts.list(context).stream().map(TextAnswer::of).toList());
    }

    /** The text of a kind; its {@code ETag} is what a publication names in {@code If-Match}. */
    @GET
    @Path("{module}/{kind}")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    @Answers(TextAnswer.class)
    public Response get(
            @PathParam("module") String module, @PathParam("kind") String kind, @Context CallContext context) {
        return tagged(texts.get(module, kind, context));
    }

    /** The centre's own versions, the newest first. */
    @GET
    @Path("{module}/{kind}/versions")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public VersionList versions(
            @PathParam("module") String module, @PathParam("kind") String kind, @Context CallContext context) {
        return new VersionList(texts.versions(module, kind, context).stream()
                .map(VersionAnswer::of)
                .toList());
    }

    /** Puts a text in force for what is issued from now on. */
    @PUT
    @Path("{module}/{kind}")
    @Command
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    @Answers(TextAnswer.class)
    public Response publish(
            @PathParam("module") String module,
            @PathParam("kind") String kind,
            TextBody body,
            @Context CallContext context) {
        Draft draft = new Draft(body.title(), body.text(), body.reason());
        return tagged(texts.publish(module, kind, draft, context));
    }

    /** Puts the module's own text in force again. */
    @POST
    @Path("{module}/{kind}/restoration")
    @Command
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    @Answers(TextAnswer.class)
    public Response restore(
            @PathParam("module") String module,
            @PathParam("kind") String kind,
            RestorationBody body,
            @Context CallContext context) {
        return tagged(texts.restore(module, kind, body.reason(), context));
    }

    private static Response tagged(TextView view) {
        return Response.ok(TextAnswer.of(view))
                .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                .build();
    }

    /** All kinds. */
    public record TextList(List<TextAnswer> items) {}

    /**
     * The text in force of a kind of document.
     *
     * @param version the centre's version, 0 before the first
     * @param own whether it is the centre's own
     * @param sound false when the centre's text does not fit any more and the module's own is used
     * @param facts what it may name, with what people call each
     * @param required what it must name
     */
    public record TextAnswer(
            String module,
            String kind,
            int version,
            boolean own,
            boolean sound,
            String title,
            String text,
            Map<String, String> facts,
            List<String> required) {
        static TextAnswer of(TextView view) {
            return new TextAnswer(
                    view.module(),
                    view.kind(),
                    view.version(),
                    view.isOwn(),
                    view.isSound(),
                    view.title(),
                    view.text(),
                    view.facts(),
                    view.required());
        }
    }

    /** The versions of a kind. */
    public record VersionList(List<VersionAnswer> items) {}

    /** A version; one that is not the centre's own has put the module's text in force again. */
    public record VersionAnswer(
            int version, boolean own, String title, String text, String by, String reason, Instant at) {
        static VersionAnswer of(TextVersion version) {
            return new VersionAnswer(
                    version.version(),
                    version.isOwn(),
                    version.title(),
                    version.text(),
                    version.by(),
                    version.reason(),
                    version.at());
        }
    }

    /** A text that is to be in force, and why. */
    public record TextBody(
            @NotBlank @Size(max = DocumentTexts.LONGEST_TITLE) String title,
            @NotBlank @Size(max = DocumentTexts.LONGEST_TEXT) String text,
            @NotBlank @Size(max = 200) String reason) {}

    /** Why the module's own text is put in force again. */
    public record RestorationBody(@NotBlank @Size(max = 200) String reason) {}
}
