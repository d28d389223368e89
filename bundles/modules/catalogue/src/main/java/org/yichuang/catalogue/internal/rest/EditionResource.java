package org.yichuang.catalogue.internal.rest;

import java.net.URI;
import java.time.LocalDate;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.Editions;
import org.yichuang.catalogue.internal.Editions.NewEdition;
import org.yichuang.catalogue.internal.Editions.Printed;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.print.Edition;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Booklets and boards of what a centre publishes. */
@Path("/{tenant}/catalogue/editions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EditionResource {
    private final Editions editions;

    /** In front of the service. */
    public EditionResource(Editions editions) {
        this.editions = editions;
    }

    /** What is to be printed: {@code kind} is BOOKLET or BOARD. */
    public record EditionBody(@NotNull String kind, String type, String department) {
        private NewEdition edition() {
            Problems problems = new Problems();
            EditionKind its = EditionKind.parse(kind).orElseGet(() -> unknown("kind", kind, problems));
            ItemType of = type == null || type.isBlank()
                    ? null
                    : ItemType.parse(type).orElseGet(() -> unknown("type", type, problems));
            problems.refuse(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(EditionResource.class, "edition.unreadable"));
            return new NewEdition(its, of, department);
        }

        private static <T> T unknown(String field, String given, Problems problems) {
            problems.add(field, LocalizedMessage.of(EditionResource.class, "query.value-unknown", field, given));
            return null;
        }
    }

    /** An edition. */
    public record EditionView(
            String id, String kind, String type, String department, int edition, LocalDate madeOn, int items) {
        static EditionView of(Edition.View view) {
            return new EditionView(
                    view.id(),
                    view.kind().name(),
                    view.type() == null ? null : view.type().code(),
                    view.department(),
                    view.number(),
                    view.madeOn(),
                    view.items());
        }
    }

    /** An edition with its document; {@code state} is PENDING until the file is there. */
    public record PrintedView(EditionView edition, String number, String code, String state, String sha256) {
        static PrintedView of(Printed printed) {
            return new PrintedView(
                    EditionView.of(printed.edition()),
                    printed.document().number(),
                    printed.document().code(),
                    printed.document().state().name(),
                    printed.document().sha256());
        }
    }

    /** Makes an edition of what is published now. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(value = PrintedView.class, status = 201)
    public Response make(@NotNull @Valid EditionBody body, @Context CallContext context) {
        Printed made = editions.make(body.edition(), context);
        return Response.created(URI.create(context.tenant() + "/catalogue/editions/"
                        + made.edition().id()))
                .entity(PrintedView.of(made))
                .build();
    }

    /** Returns the editions, the latest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<EditionView> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return editions.list(PageRequest.of(limit, cursor), context).map(EditionView::of);
    }

    /** Returns an edition. */
    @GET
    @Path("{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public PrintedView find(@PathParam("id") String id, @Context CallContext context) {
        return PrintedView.of(editions.find(id, context));
    }

    /** Returns the file of an edition. */
    @GET
    @Path("{id}/file")
    @Produces("application/pdf")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response file(@PathParam("id") String id, @Context CallContext context) {
        return Response.ok(editions.file(id, context).bytes(), "application/pdf")
                .build();
    }
}
