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
import org.yichuang.catalogue.internal.Checklists.PreReviews;
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
     * @param township which one publishes it itself; null for an item of a centre above townships
     * @param centre which centre between publishes it; null for an item of this centre or of a township
     * @param acts {@code ACCEPT}, {@code PRE_REVIEW}, {@code DECIDE}
     */
    public record DelegatedView(String code, String name, String township, String centre, List<String> acts) {
        static DelegatedView of(Delegated delegated) {
            return new DelegatedView(
                    delegated.code(),
                    delegated.name(),
                    delegated.township().map(each -> each.id().value()).orElse(null),
                    delegated
                            .owner()
                            .filter(each -> delegated.township().isEmpty())
                            .map(each -> each.id().value())
                            .orElse(null),
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
     * @param elsewhere the names of centres of another deployment, of which and of those below nothing is known here
     * @param whole whether there are no more centres than were looked at
     */
    public record DelegationsView(
            int listed,
            int begun,
            List<StartView> start,
            List<DelegatedView> others,
            List<String> elsewhere,
            boolean whole) {
        static DelegationsView of(Delegations delegations) {
            return new DelegationsView(
                    delegations.start().size(),
                    delegations.begun(),
                    delegations.start().stream()
                            .map(line -> new StartView(
                                    line.name(), !line.delegated().isEmpty(), DelegatedView.of(line.delegated())))
                            .toList(),
                    DelegatedView.of(delegations.others()),
                    delegations.elsewhere(),
                    delegations.isWhole());
        }
    }

    /**
     * How many items can be pre-reviewed online.
     *
     * @param items how many are published
     * @param preReviewed how many of these
     * @param departments the same of each
     */
    public record PreReviewsView(int items, int preReviewed, List<PreReviews> departments) {
        static PreReviewsView of(List<PreReviews> departments) {
            return new PreReviewsView(
                    departments.stream().mapToInt(PreReviews::items).sum(),
                    departments.stream().mapToInt(PreReviews::preReviewed).sum(),
                    departments);
        }
    }

    /** Returns the public services that should be in the hall, and which of them are. */
    @GET
    @Path("public-services")
    @RequiresPermission(CataloguePermission.VIEW)
    public ServicesView services(@Context CallContext context) {
        return ServicesView.of(checklists.services(context));
    }

    /** Returns how many of this centre's items are looked at online before they are received, by department. */
    @GET
    @Path("online-pre-review")
    @RequiresPermission(CataloguePermission.VIEW)
    public PreReviewsView preReviews(@Context CallContext context) {
        return PreReviewsView.of(checklists.preReviews(context));
    }

    /** Returns what is delegated to the townships below, by the list with which they begin. */
    @GET
    @Path("delegations")
    @RequiresPermission(CataloguePermission.VIEW)
    public DelegationsView delegations(@Context CallContext context) {
        return DelegationsView.of(checklists.delegations(context));
    }
}
