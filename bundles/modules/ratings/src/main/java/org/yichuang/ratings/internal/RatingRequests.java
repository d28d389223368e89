package org.yichuang.ratings.internal;

import java.util.Optional;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Has the system ask for ratings, so that nobody who is rated chooses whom to ask (R3-30): of each service event of a
 * case that was handed in at the centre, once. Whoever has an account gets a message with a link; others rate with
 * number and query code of their case. What is told so late that nobody could answer is not asked.
 */
public class RatingRequests implements EventListener {
    /** The setting of the documents module that names the public address. */
    private static final String ADDRESS = "policy.documents.address";

    private static final String CASES = "cases";

    /** 200 bits. */
    private static final int TOKEN_CHARACTERS = 40;

    private final Cases cases;
    private final AccountDirectory accounts;
    private final NoticeService notices;
    private final Tenants tenants;
    private final RatingRows rows;
    private final Seal seal;

    RatingRequests(
            Cases cases,
            AccountDirectory accounts,
            NoticeService notices,
            Tenants tenants,
            RatingRows rows,
            Seal seal) {
        this.cases = cases;
        this.accounts = accounts;
        this.notices = notices;
        this.tenants = tenants;
        this.rows = rows;
        this.seal = seal;
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
        if (RatingPolicy.asks(centre, event.event().type())) {
            cases.find(event.aggregateId(), unit)
                    .filter(file -> !file.transferred())
                    .ifPresent(file -> ask(file, event, centre, unit));
        }
    }

    private void ask(CaseRecord file, EventEnvelope event, Tenant centre, UnitOfWork unit) {
        Optional<String> account =
                Optional.of(file.submitter()).filter(submitter -> accounts.isApplicant(submitter, unit));
        Service service = new Service(
                Service.about(file.number(), event.sequence()),
                file.number(),
                event.event().type(),
                file.item(),
                file.itemName(),
                event.event().department(),
                event.event().window(),
                account.isPresent() ? Channel.ONLINE : Channel.WINDOW);
        String token = Ids.secret(TOKEN_CHARACTERS);
        Rating rating = Rating.asked(
                Ids.next(event.at()),
                service,
                RatingPolicy.scale(centre),
                event.at(),
                RatingPolicy.days(centre),
                new Rating.Asked(account.orElse(""), seal.digest(event.tenant(), token)));
        if (!rating.isOpen(unit.context().at().atZone(CallContext.ZONE).toLocalDate())
                || rows.isThere(service.about(), unit)) {
            return;
        }
        rows.add(
                rating,
                RatingRows.event(
                        "asked", service, new RatingEvent.Asked(service.event(), service.channel(), rating.untilOn())),
                "ask",
                unit);
        account.ifPresent(whom -> notices.send(
                RatingNotice.of(service.event()).about(service, whom, link(centre, token), centre, event.at()), unit));
    }

    private static String link(Tenant centre, String token) {
        String address = centre.policy(ADDRESS, "");
        return address.isEmpty() ? "" : address + "/" + centre.id().value() + "/rate?token=" + token;
    }
}
