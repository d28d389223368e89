package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Publicity.Entered;
import org.yichuang.catalogue.internal.Publicity.MadeKnown;
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

    /** How items were made known; {@code codes} is absent for all that are published. */
    public record PublicityBody(
            @NotNull String channel,
            @NotNull LocalDate on,
            @NotNull String organ,
            @NotNull String proof,
            List<String> codes) {}

    /** A record. */
    public record RecordView(
            String id, int version, String channel, LocalDate on, String organ, String proof, String recordedBy) {
        static RecordView of(PublicityRecord.View view) {
            return new RecordView(
                    view.id(),
                    view.version(),
                    view.channel().name(),
                    view.on(),
                    view.organ(),
                    view.proof(),
                    view.recordedBy());
        }
    }

    /** Enters that the published versions of items were made known. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entered enter(@NotNull @Valid PublicityBody body, @Context CallContext context) {
        return publicity.enter(
                new MadeKnown(
                        PublicityChannel.parse(body.channel()).orElse(null),
                        body.on(),
                        body.organ(),
                        body.proof(),
                        body.codes()),
                context);
    }
}
