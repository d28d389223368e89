package org.yichuang.catalogue.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.domain.unify.Unlike;
import org.yichuang.catalogue.internal.rest.BasicResource.CountsView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.rest.api.Command;

/** The items of two centres side by side, and the taking over of a standard. */
@Path("/{tenant}/catalogue/unification")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UnificationResource {
    private final Unification unification;

    /** In front of the service. */
    public UnificationResource(Unification unification) {
        this.unification = unification;
    }

    /** What differs of a field. */
    public record PartView(String field, String fieldName, String here, String there) {
        private static PartView of(Unlike.Part part) {
            return new PartView(part.field().key(), part.field().label().zh(), part.here(), part.there());
        }
    }

    /**
     * An item that is not the same at both centres.
     *
     * @param kind {@code DIFFERS}, {@code ONLY_HERE} or {@code ONLY_THERE}
     */
    public record UnlikeView(String kind, String code, String name, List<PartView> fields) {
        static UnlikeView of(Unlike unlike) {
            return new UnlikeView(
                    unlike.kind().name(),
                    unlike.code(),
                    unlike.name(),
                    unlike.fields().stream().map(PartView::of).toList());
        }
    }

    /**
     * Two catalogues side by side.
     *
     * @param fields what was compared
     * @param same items of both that are the same in these fields
     * @param differing items of both that are not
     * @param onlyHere items of this centre only; listed where {@code quantity} is compared
     * @param onlyThere items of the other one only; the same
     * @param basic how far this centre is with the items of the basic catalogue
     * @param items what is not the same
     */
    public record ReportView(
            String against,
            String againstName,
            List<String> fields,
            int here,
            int there,
            int same,
            int differing,
            int onlyHere,
            int onlyThere,
            CountsView basic,
            List<UnlikeView> items,
            String next) {
        static ReportView of(Unification.Report report, Page<Unlike> page) {
            return new ReportView(
                    report.against().id().value(),
                    report.against().name(),
                    report.fields().stream().map(ComparedField::key).toList(),
                    report.here(),
                    report.there(),
                    report.same(),
                    report.differing(),
                    report.here() - report.common(),
                    report.there() - report.common(),
                    CountsView.of(report.basic()),
                    page.items().stream().map(UnlikeView::of).toList(),
                    page.next());
        }
    }

    /**
     * Which standards are taken over.
     *
     * @param against the centre above that publishes them
     * @param codes of its items
     */
    public record Adoption(
            @NotBlank @Size(max = 40) String against,
            @NotNull @Size(max = Unification.MOST_ADOPTED) List<String> codes) {}

    /** What has a draft now. */
    public record Drafted(List<String> codes) {}

    /** Compares what this centre publishes with what another one does; {@code fields} takes the place of its set. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public ReportView compare(
            @QueryParam("against") String against,
            @QueryParam("fields") String fields,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Optional<List<ComparedField>> compared = Optional.ofNullable(fields)
                .filter(text -> !text.isBlank())
                .map(text -> ComparedField.parse(text).orElseThrow(() -> unreadable("fields", text)));
        Unification.Report report = unification.compare(centre(against), compared, context);
        return ReportView.of(report, report.page(PageRequest.of(limit, cursor)));
    }

    /** Drafts items as a centre above publishes them. */
    @POST
    @Path("adoption")
    @Command
    @RequiresPermission(CataloguePermission.EDIT)
    public Drafted adopt(@NotNull @Valid Adoption body, @Context CallContext context) {
        List<String> codes = body.codes().stream()
                .map(code -> code == null ? "" : code.strip())
                .toList();
        return new Drafted(unification.adopt(centre(body.against()), codes, context));
    }

    private static TenantId centre(String given) {
        String id = given == null ? "" : given.strip();
        if (!TenantId.isWellFormed(id)) {
            throw unreadable("against", id);
        }
        return new TenantId(id);
    }

    private static ProblemException unreadable(String name, String given) {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                name,
                LocalizedMessage.of(UnificationResource.class, "query.value-unknown", name, given));
    }
}
