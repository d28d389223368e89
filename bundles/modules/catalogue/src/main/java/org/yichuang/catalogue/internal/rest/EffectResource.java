package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.RunningCases;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.rest.SampleResource.HeldView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** What goes on under an item when its next version is published, or it is retired. */
@Path("/{tenant}/catalogue/items/{code}/effect")
@Produces(MediaType.APPLICATION_JSON)
public class EffectResource {
    private final RunningCases running;
    private final SampleFiles samples;

    /** In front of the services. */
    public EffectResource(RunningCases running, SampleFiles samples) {
        this.running = running;
        this.samples = samples;
    }

    /**
     * Cases that have not ended and keep the version under which they were taken in.
     *
     * @param known false while no module that counts is there; the numbers are 0 then
     * @param centres how many centres below were asked
     * @param elsewhere names of centres in another deployment, of which nothing is known here
     * @param whole whether all others were asked
     * @param lostFiles samples and blank forms that the public sees no more once the draft is published
     */
    public record EffectView(
            boolean known,
            int here,
            int below,
            int centres,
            List<String> elsewhere,
            boolean whole,
            List<HeldView> lostFiles) {}

    /** Returns how many there are here, and at the centres below to which this one offers the item. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public EffectView of(@PathParam("code") String code, @Context CallContext context) {
        List<HeldView> lost = HeldView.of(samples.lost(code, context));
        return running.of(code, context)
                .map(effect -> new EffectView(
                        true,
                        effect.here(),
                        effect.below(),
                        effect.centres(),
                        effect.elsewhere(),
                        effect.whole(),
                        lost))
                .orElse(new EffectView(false, 0, 0, 0, List.of(), false, lost));
    }
}
