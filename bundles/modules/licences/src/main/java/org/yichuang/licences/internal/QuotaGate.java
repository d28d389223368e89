package org.yichuang.licences.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.QuotaPlace;
import org.yichuang.licences.internal.persistence.QuotaRows;

/**
 * Grants no more than a quota has places, and none of its last places past an application that was accepted earlier and
 * is not decided yet (R1-16, art. 57).
 */
public class QuotaGate implements CommandGate {
    private static final int MOST = 100;

    private final QuotaRows quotas;
    private final Certificates certificates;
    private final Cases cases;
    private final Holdings holdings;

    public QuotaGate(QuotaRows quotas, Certificates certificates, Holdings holdings) {
        this.quotas = quotas;
        this.certificates = certificates;
        this.cases = certificates.cases();
        this.holdings = holdings;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return Set.of(GatedCommand.DECIDE);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        boolean isGrant =
                question.request() instanceof CaseRequests.Decide decision && decision.outcome() == Outcome.GRANT;
        if (!isGrant || holdsPlace(before, unit)) {
            return GateAnswer.noObjection();
        }
        for (int i = 0; i < before.items().size(); i++) {
            CaseItem item = before.items().get(i);
            Integer quota = certificates
                    .of(item.owner(), item.code(), item.version(), unit)
                    .quota();
            Optional<GateAnswer> refusal = quota == null
                    ? Optional.empty()
                    : refused(before, item, QuotaPlace.id(before.number(), i), quota, unit);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return GateAnswer.noObjection();
    }

    /** Whoever holds a result in force has a place already, whatever becomes of it. */
    private boolean holdsPlace(CaseSnapshot before, UnitOfWork unit) {
        return before.licence() != null
                && holdings.of(before.number(), unit)
                        .filter(licence -> licence.state(unit.context().today()) == LicenceState.VALID)
                        .isPresent();
    }

    /** Takes a place, if there is one for this application. */
    private Optional<GateAnswer> refused(
            CaseSnapshot before, CaseItem asked, String place, int quota, UnitOfWork unit) {
        ItemKey item = new ItemKey(asked.owner(), asked.code());
        long used = quotas.used(item, unit);
        long left = quota - used;
        if (left <= 0) {
            return Optional.of(GateAnswer.refused(
                    LicenceError.QUOTA_USED_UP,
                    LocalizedMessage.of(QuotaGate.class, "quota.used-up", asked.name(), quota, used)));
        }
        List<String> earlier = cases.acceptedBefore(before.number(), asked, (int) Math.min(left, MOST), unit);
        if (earlier.size() >= Math.min(left, MOST)) {
            return Optional.of(GateAnswer.refused(
                    LicenceError.EARLIER_APPLICATION,
                    LocalizedMessage.of(QuotaGate.class, "quota.earlier", earlier.get(0), left)));
        }
        quotas.take(item, place, unit);
        return Optional.empty();
    }
}
