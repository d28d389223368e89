package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Checklists;
import org.yichuang.catalogue.internal.Checklists.Delegated;
import org.yichuang.catalogue.internal.Checklists.Delegations;
import org.yichuang.catalogue.internal.Checklists.Services;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** What halls and townships should do by usual lists, and what they do. */
@Path("/{tenant}/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class ChecklistResource {
    private final Checklists checklists;

    /** In front of the service. */
    public ChecklistResource(Checklists checklists) {
        this.checklists = checklists;
    }

    /**
     * A public service.
     *
     * @param listed what of it is due in the hall
     */
    public record ServiceView(String name, boolean entered, List<EntryView> listed) {}

    /**
     * The public services that should be in the hall.
     *
     * @param due how many there are
     * @param actual of how many at least a part has entered
     */
    public record ServicesView(int due, int actual, List<ServiceView> services) {
        static ServicesView of(Services services) {
            return new ServicesView(
                    services.due(),
                    services.actual(),
                    services.services().stream()
                            .map(each -> new ServiceView(each.name(), each.entered(), each.listed()))
                            .toList());
        }
    }

    /**
     * An item of which townships do something.
     *
     * @param township which one publishes it itself; null for an item of this centre
     * @param acts {@code ACCEPT}, {@code PRE_REVIEW}, {@code DECIDE}
     */
    public record DelegatedView(String code, String name, String township, List<String> acts) {
        static DelegatedView of(Delegated delegated) {
            return new DelegatedView(
                    delegated.code(),
                    delegated.name(),
                    delegated.township().map(each -> each.id().value()).orElse(null),
                    delegated.acts().stream().sorted().map(Enum::name).toList());
        }

        static List<DelegatedView> of(List<Delegated> all) {
            return all.stream().map(DelegatedView::of).toList();
        }
    }

    /** A line of the start list of townships. */
    public record StartView(String name, boolean begun, List<DelegatedView> items) {}

    /**
     * What townships do.
     *
     * @param listed how many lines the start list has
     * @param begun of how many they do something
     * @param others what they do besides
     */
    public record DelegationsView(int listed, int begun, List<StartView> start, List<DelegatedView> others) {
        static DelegationsView of(Delegations delegations) {
            return new DelegationsView(
                    delegations.start().size(),
                    delegations.begun(),
                    delegations.start().stream()
                            .map(line -> new StartView(
                                    line.name(), !line.delegated().isEmpty(), DelegatedView.of(line.delegated())))
                            .toList(),
                    DelegatedView.of(delegations.others()));
        }
    }

    /** Returns the public services that should be in the hall, and which of them are. */
    @GET
    @Path("public-services")
    @RequiresPermission(CataloguePermission.VIEW)
    public ServicesView services(@Context CallContext context) {
        return ServicesView.of(checklists.services(context));
    }

    /** Returns what is delegated to the townships below, by the list with which they begin. */
    @GET
    @Path("delegations")
    @RequiresPermission(CataloguePermission.VIEW)
    public DelegationsView delegations(@Context CallContext context) {
        return DelegationsView.of(checklists.delegations(context));
    }
}
