package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Publicity.Entered;
import org.yichuang.catalogue.internal.Publicity.MadeKnown;
import org.yichuang.catalogue.internal.Publicity.TakenBack;
import org.yichuang.catalogue.internal.Publicity.TakingBack;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** Where and when what a centre publishes was made known to the public. */
@Path("/{tenant}/catalogue/publicity")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PublicityResource {
    private final Publicity publicity;

    /** In front of the service. */
    public PublicityResource(Publicity publicity) {
        this.publicity = publicity;
    }

    /**
     * How items were made known.
     *
     * @param codes absent for all that are published
     * @param seen what a dry run has said of the versions: others are refused; absent where nobody has looked
     */
    public record PublicityBody(
            @NotNull String channel,
            @NotNull LocalDate on,
            @NotNull String organ,
            @NotNull String proof,
            List<String> codes,
            String seen) {}

    /** A record. */
    public record RecordView(
            String id,
            int version,
            String channel,
            LocalDate on,
            String organ,
            String proof,
            String recordedBy,
            LocalDate takenBackOn,
            String takenBackReason) {
        static RecordView of(PublicityRecord.View view) {
            return new RecordView(
                    view.id(),
                    view.version(),
                    view.channel().name(),
                    view.on(),
                    view.organ(),
                    view.proof(),
                    view.recordedBy(),
                    view.takenBackOn(),
                    view.takenBackReason());
        }
    }

    /**
     * Enters that the versions of items that were public on that day were made known; with {@code dryRun=true} only
     * tells which these are.
     */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entered enter(
            @NotNull @Valid PublicityBody body, @QueryParam("dryRun") boolean dryRun, @Context CallContext context) {
        MadeKnown made = new MadeKnown(
                PublicityChannel.parse(body.channel()).orElse(null),
                body.on(),
                body.organ(),
                body.proof(),
                body.codes());
        return dryRun
                ? publicity.preview(made, context)
                : publicity.enter(made, Optional.ofNullable(body.seen()), context);
    }

    /** Takes a record back that was entered by mistake, with {@code all} also those that were entered with it. */
    @POST
    @Path("{id}/taking-back")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public TakenBack takeBack(
            @PathParam("id") String id, @NotNull @Valid TakingBack body, @Context CallContext context) {
        return publicity.takeBack(id, body, context);
    }
}
