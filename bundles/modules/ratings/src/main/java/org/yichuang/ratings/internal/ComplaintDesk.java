package org.yichuang.ratings.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Lodged;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.Now;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where complaints and reviews lie: opened by their code, and told of to whoever has lodged them. */
class ComplaintDesk {
    private static final int MOST_REVIEWS = 3;

    private final FollowUpWork work;
    private final Seal seal;
    private final NoticeService notices;
    private final Tenants tenants;

    ComplaintDesk(FollowUpWork work, Seal seal, NoticeService notices, Tenants tenants) {
        this.work = work;
        this.seal = seal;
        this.notices = notices;
        this.tenants = tenants;
    }

    /**
     * What is kept under the key of whoever lodges something.
     *
     * @param number under which it is found
     * @param code which opens it, encrypted
     * @param due by when it is said whether it is taken up
     */
    record Kept(String number, String code, LocalDate due) {}

    /** What whoever has lodged it is told. */
    Lodged told(Kept kept, TenantId tenant) {
        return new Lodged(kept.number(), seal.openCode(tenant, kept.number(), kept.code()), kept.due());
    }

    /** How many an hour are taken from one address. */
    int hourly(TenantId tenant) {
        return RatingPolicy.hourly(tenants.get(tenant));
    }

    /** Under which the next review of a case is found: there is one, and another after one that was not taken up. */
    String reviewAbout(String caseNumber, UnitOfWork unit) {
        for (int i = 1; i <= MOST_REVIEWS; i++) {
            String about = FollowUp.reviewAbout(caseNumber, i);
            if (work.rows().isTakenUp(about, unit)) {
                break;
            }
            if (!work.rows().isThere(about, unit)) {
                return about;
            }
        }
        throw ProblemException.of(RatingError.REVIEW_ASKED);
    }

    Kept lodge(String id, FollowUpKind kind, Service service, Complaint given, String code, UnitOfWork unit) {
        Actor actor = unit.context().actor();
        boolean isOwn = !actor.equals(Actor.ANONYMOUS) && service.channel() == Channel.ONLINE;
        FollowUp.Lodger who = new FollowUp.Lodger(
                given.name(),
                given.phone(),
                given.words(),
                isOwn ? actor.account() : "",
                seal.digest(unit.context().tenant(), id, code));
        FollowUp made = FollowUp.lodged(id, kind, service, who, work.now(unit));
        work.opened(made, unit);
        return new Kept(id, seal.sealCode(unit.context().tenant(), id, code), made.dueOn());
    }

    /** One that a code opens; a wrong number and a wrong code are the same. */
    FollowUp opened(String number, String code, UnitOfWork unit) {
        String digest = seal.digest(unit.context().tenant(), number, code);
        return work.rows()
                .find(number, unit)
                .filter(found -> found.kind().isLodged() && found.keyDigest().equals(digest))
                .orElseThrow(ComplaintDesk::unknown);
    }

    List<FollowUp> own(String account, int most, UnitOfWork unit) {
        return work.rows().ofAccount(account, most, unit);
    }

    FollowUp found(String id, UnitOfWork unit) {
        return work.rows()
                .find(id, unit)
                .filter(found -> found.kind().isLodged())
                .orElseThrow(ComplaintDesk::unknown);
    }

    /** Takes a step; whoever has lodged it by an account is told. */
    FollowUp step(String id, FollowUpStep step, UnitOfWork unit, BiConsumer<FollowUp, Now> taken) {
        FollowUp done = work.take(id, step, unit, (followUp, now) -> {
            if (!followUp.kind().isLodged()) {
                throw unknown();
            }
            taken.accept(followUp, now);
        });
        if (step != FollowUpStep.OPEN_PHONE) {
            Optional.of(done.account())
                    .filter(account -> !account.isEmpty())
                    .ifPresent(account -> tell(done, account, unit));
        }
        return done;
    }

    private void tell(FollowUp done, String account, UnitOfWork unit) {
        Tenant centre = tenants.get(unit.context().tenant());
        String link = RatingWork.address(centre, "/complain/own");
        notices.send(RatingNotice.answered(done.kind().label(), done.id(), account, link, centre), unit);
    }

    private static ProblemException unknown() {
        return ProblemException.of(RatingError.FOLLOW_UP_UNKNOWN);
    }
}
