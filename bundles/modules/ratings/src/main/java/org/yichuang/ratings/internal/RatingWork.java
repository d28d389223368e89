package org.yichuang.ratings.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where every step of a rating ends: in its row, its entry, its event, its message, and what follows it up. */
class RatingWork {
    /** The setting of the documents module that names the public address. */
    private static final String ADDRESS = "policy.documents.address";

    /** 200 bits. */
    private static final int TOKEN_CHARACTERS = 40;

    private final RatingRows rows;
    private final Seal seal;
    private final FollowUpWork followUps;
    private final NoticeService notices;
    private final Tenants tenants;

    RatingWork(RatingRows rows, Seal seal, FollowUpWork followUps, NoticeService notices, Tenants tenants) {
        this.rows = rows;
        this.seal = seal;
        this.followUps = followUps;
        this.notices = notices;
        this.tenants = tenants;
    }

    RatingRows rows() {
        return rows;
    }

    /**
     * Asks somebody to rate a service, once; not when the days have passed before anybody could be asked.
     *
     * @param account whom, empty where nobody has an account
     * @param served when the service was rendered
     * @param until the last day on which it may be given
     */
    void ask(Service service, String account, Instant served, LocalDate until, UnitOfWork unit) {
        Tenant centre = tenants.get(unit.context().tenant());
        String token = Ids.secret(TOKEN_CHARACTERS);
        Rating rating = Rating.asked(
                Rating.newId(served.atZone(CallContext.ZONE).toLocalDate()),
                service,
                RatingPolicy.scale(centre),
                served,
                until,
                new Rating.Asked(account, seal.digest(centre.id(), token)));
        if (!rating.isOpen(unit.context().today()) || rows.isThere(service.about(), unit)) {
            return;
        }
        RatingEvent asked = new RatingEvent.Asked(service.event(), service.channel(), until);
        rows.keep(rating, "ask", Map.of(), RatingRows.event("asked", service, asked), unit);
        if (!account.isEmpty()) {
            notices.send(
                    RatingNotice.of(service.event()).about(service, account, link(centre, token), centre, served),
                    unit);
        }
    }

    private static String link(Tenant centre, String token) {
        return centre.policy(ADDRESS, "").isEmpty() ? "" : address(centre, "/rate?token=" + token);
    }

    /** The whole address of a page; its path where this deployment has no public address. */
    static String address(Tenant centre, String path) {
        return centre.policy(ADDRESS, "") + "/" + centre.id().value() + path;
    }

    /** The account whose rating is followed up, empty for nobody's. */
    String account(FollowUp followUp, UnitOfWork unit) {
        return rows.find(followUp.rating(), unit).map(Rating::account).orElse("");
    }

    /** Holds a rating until the transaction ends. */
    void hold(String id, UnitOfWork unit) {
        rows.find(id, unit).ifPresent(found -> rows.held(found, unit));
    }

    /** Asks whoever was not content whether they are now. */
    void askAgain(FollowUp followUp, UnitOfWork unit) {
        ask(
                followUp.service().askedAgain(followUp.id(), followUp.steps()),
                account(followUp, unit),
                unit.context().at(),
                followUp.dueOn(),
                unit);
    }

    /** Keeps what somebody has said; what is bad is followed up. */
    void said(Rating rating, Answer.Said said, UnitOfWork unit) {
        Service service = rating.service();
        RatingEvent rated = new RatingEvent.Rated(
                service.event(), service.channel(), said.given().grade(), said.source());
        String type = said.ordinal() == 1 ? "rated" : "rated-again";
        rows.add(rating, said, RatingRows.event(type, service, rated), unit);
        followUps.said(rating, said, unit);
    }

    /**
     * Enters what somebody has said whom the system has not asked.
     *
     * @param on the day on which it was collected
     * @return the rating's id
     */
    String enter(Service service, Given given, Source source, LocalDate on, UnitOfWork unit) {
        Rating rating = Rating.entered(
                Rating.newId(on),
                service,
                RatingPolicy.scale(tenants.get(unit.context().tenant())),
                on);
        Answer.Said said = rating.enter(given, source, unit.context());
        rows.keep(rating, "enter", Map.of("collectedOn", on.toString()), DomainEvent.NONE, unit);
        said(rating, said, unit);
        return rating.id();
    }

    /** What was said is mistaken, as two people have found: it counts neither as good nor as bad. */
    void setAside(String id, UnitOfWork unit) {
        rows.find(id, unit).map(found -> rows.held(found, unit)).ifPresent(rating -> {
            rating.setAside();
            RatingEvent aside = new RatingEvent.SetAside(rating.grade().orElseThrow());
            rows.keep(rating, "set-aside", Map.of(), RatingRows.event("set-aside", rating.service(), aside), unit);
            if (!rating.account().isEmpty()) {
                Tenant centre = tenants.get(unit.context().tenant());
                RatingNotice told =
                        rating.isOpen(unit.context().today()) ? RatingNotice.SET_ASIDE : RatingNotice.SET_ASIDE_CLOSED;
                notices.send(
                        told.about(
                                rating.service(),
                                rating.account(),
                                address(centre, "/complain"),
                                centre,
                                unit.context().at()),
                        unit);
            }
        });
    }
}
