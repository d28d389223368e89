package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.Roads;
import org.yichuang.catalogue.internal.domain.need.Road;
import org.yichuang.catalogue.internal.domain.need.Road.Bring;
import org.yichuang.catalogue.internal.domain.need.Road.Step;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.catalogue.internal.rest.PartBodies.MaterialBody;
import org.yichuang.catalogue.internal.rest.PartBodies.PrerequisiteBody;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;

/** The whole road to an item. */
@Path("/{tenant}/catalogue/items/{code}/road")
@Produces(MediaType.APPLICATION_JSON)
public class RoadResource {
    private final Roads roads;

    /** In front of the service. */
    public RoadResource(Roads roads) {
        this.roads = roads;
    }

    /** An application on the road; {@code until} is null where nothing limits it. */
    public record StepView(
            String code,
            String name,
            String department,
            List<String> needs,
            LimitBody limit,
            LocalDate from,
            LocalDate until,
            String fee) {
        static StepView of(Step step) {
            return new StepView(
                    step.item().code(),
                    step.item().name(),
                    step.item().department(),
                    step.needs(),
                    LimitBody.of(step.limit()),
                    step.from(),
                    step.limit() == null ? null : step.until(),
                    step.item().fee());
        }
    }

    /** A material; {@code leadsTo} names the item of the road that leads to it. */
    public record BringView(MaterialBody material, String leadsTo) {
        static BringView of(Bring bring) {
            return new BringView(MaterialBody.of(bring.material()), bring.leadsTo());
        }
    }

    /** The road: {@code open} where a step without limit leaves it open when it ends. */
    public record RoadView(
            String code,
            List<StepView> steps,
            List<PrerequisiteBody> elsewhere,
            List<String> chain,
            List<String> circle,
            List<BringView> materials,
            LocalDate until,
            int workingDays,
            boolean open) {
        static RoadView of(Road road) {
            return new RoadView(
                    road.goal().code(),
                    road.steps().stream().map(StepView::of).toList(),
                    road.elsewhere().stream().map(PrerequisiteBody::of).toList(),
                    codes(road.chain()),
                    codes(road.circle()),
                    road.materials().stream().map(BringView::of).toList(),
                    road.until(),
                    road.workingDays(),
                    road.isOpen());
        }

        private static List<String> codes(List<ItemDefinition> items) {
            return items.stream().map(ItemDefinition::code).toList();
        }
    }

    /** Returns all that has to be had before an item, one set of materials, and how long it takes at the least. */
    @GET
    @AllowEveryone
    public RoadView road(@PathParam("code") String code, @Context CallContext context) {
        return RoadView.of(roads.to(code, context));
    }
}
