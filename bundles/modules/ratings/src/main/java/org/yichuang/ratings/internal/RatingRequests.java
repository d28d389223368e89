package org.yichuang.ratings.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Has the system ask for ratings, so that nobody who is rated chooses whom to ask (R3-30): of each service event of a
 * case that was handed in at the centre, once. Whoever has an account gets a message with a link; others rate with
 * number and query code of their case. And whoever had a case is to be called when it is concluded.
 */
public class RatingRequests implements EventListener {
    private static final String CASES = "cases";
    private static final String DELIVERED = "delivered";
    private static final String REFUSED = "refused";

    private final Cases cases;
    private final AccountDirectory accounts;
    private final Tenants tenants;
    private final RatingWork ratings;
    private final FollowUpWork followUps;

    RatingRequests(
            Cases cases, AccountDirectory accounts, Tenants tenants, RatingWork ratings, FollowUpWork followUps) {
        this.cases = cases;
        this.accounts = accounts;
        this.tenants = tenants;
        this.ratings = ratings;
        this.followUps = followUps;
    }

    @Override
    public String name() {
        return "ratings-requests";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CASES, RatingPolicy.SERVICES.toArray(String[]::new));
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(RatingEvent.MODULE))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        Tenant centre = tenants.get(event.tenant());
        String type = event.event().type();
        boolean asks = RatingPolicy.asks(centre, type);
        boolean ends = RatingPolicy.CONCLUDED.contains(type);
        if (asks || ends) {
            cases.find(event.aggregateId(), unit)
                    .filter(file -> !file.transferred())
                    .ifPresent(file -> heard(file, event, centre, unit));
        }
    }

    private void heard(CaseRecord file, EventEnvelope event, Tenant centre, UnitOfWork unit) {
        String type = event.event().type();
        Optional<String> account =
                Optional.of(file.submitter()).filter(submitter -> accounts.isApplicant(submitter, unit));
        Service service = new Service(
                Service.about(file.number(), event.sequence()),
                file.number(),
                type,
                file.item(),
                file.itemName(),
                event.event().department(),
                event.event().window(),
                account.isPresent() ? Channel.ONLINE : Channel.WINDOW,
                event.actor());
        LocalDate on = event.at().atZone(CallContext.ZONE).toLocalDate();
        if (RatingPolicy.asks(centre, type, service.channel()) && !isToldBefore(file, service, centre)) {
            ratings.ask(service, account.orElse(""), event.at(), on.plusDays(RatingPolicy.days(centre)), unit);
        }
        if (RatingPolicy.CONCLUDED.contains(type)) {
            followUps.concluded(service, on, unit);
        }
    }

    /** A refusal that has been asked about is not asked about again when it is handed over. */
    private static boolean isToldBefore(CaseRecord file, Service service, Tenant centre) {
        return service.event().equals(DELIVERED)
                && file.decision() == Outcome.REFUSE
                && RatingPolicy.isRatedOnce(centre, service.channel())
                && RatingPolicy.asks(centre, REFUSED);
    }
}
