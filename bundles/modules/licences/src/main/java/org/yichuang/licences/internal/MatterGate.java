package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.Matter;

/**
 * Takes and grants changes, renewals and replacements of what the applicant holds, and of nothing else (R1-29); tells
 * by when a renewal that was applied for in time is decided (R1-30, R1-31).
 */
public class MatterGate implements CommandGate {
    private final Holdings holdings;
    private final Certificates certificates;

    public MatterGate(Holdings holdings, Certificates certificates) {
        this.holdings = holdings;
        this.certificates = certificates;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return EnumSet.of(
                GatedCommand.SUBMIT,
                GatedCommand.ACCEPT,
                GatedCommand.DECIDE,
                GatedCommand.REFUSE_TO_ACCEPT,
                GatedCommand.WITHDRAW);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        if (before.licence() == null) {
            return GateAnswer.noObjection();
        }
        try {
            return switch (question.command()) {
                case SUBMIT, ACCEPT -> take(before, unit);
                case DECIDE -> decide(question, unit);
                default -> end(before, unit);
            };
        } catch (ProblemException refusal) {
            if (refusal.code() != LicenceError.LICENCE_STATE) {
                throw refusal;
            }
            return GateAnswer.refused(refusal.code(), refusal.message());
        }
    }

    private GateAnswer end(CaseSnapshot before, UnitOfWork unit) {
        holdings.end(before.number(), unit);
        return GateAnswer.noObjection();
    }

    private GateAnswer take(CaseSnapshot before, UnitOfWork unit) {
        CaseLicence named = before.licence();
        Optional<Licence> known = holdings.of(before.number(), unit);
        Optional<Licence> held = known.or(() ->
                holdings.find(named, before.applicant().idNumber(), new ItemKey(before.owner(), before.item()), unit));
        if (held.isEmpty()) {
            // What came from below has found it there, and may not stand in the register here
            return before.transferred()
                    ? GateAnswer.noObjection()
                    : GateAnswer.refused(
                            LicenceError.LICENCE_MISMATCH,
                            LocalizedMessage.of(MatterGate.class, "matter.unknown", before.itemName()));
        }
        Licence licence = held.get();
        licence.requireOpen(named.matter(), unit.context().today());
        if (known.isEmpty()) {
            Optional<Matter> open = holdings.open(licence, named.matter(), unit);
            if (open.isPresent()) {
                return GateAnswer.refused(
                        LicenceError.MATTER_OPEN,
                        LocalizedMessage.of(
                                MatterGate.class,
                                "matter.open",
                                named.matter().label(),
                                open.get().caseNumber()));
            }
            holdings.add(before.number(), licence, named.matter(), unit);
            if (isTimed(before, licence, unit)) {
                holdings.await(licence, before.number(), unit);
            }
        }
        LocalDate end = licence.validUntil().orElse(null);
        return GateAnswer.ofLicence(end, licence.renewal().equals(before.number()) ? end : null);
    }

    /** Whether it counts as granted when nobody decides: applied for in time, where it was granted and is decided. */
    private boolean isTimed(CaseSnapshot before, Licence licence, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        if (before.licence().matter() != LicenceMatter.RENEWAL
                || !before.decidedAt().equals(here)
                || !licence.isDecidedAt(here)) {
            return false;
        }
        int days = certificates
                .of(before.owner(), before.item(), before.itemVersion(), unit)
                .renewalDays();
        LocalDate latest = licence.validUntil().orElseThrow().minusDays(days);
        return !before.receivedOn().isAfter(latest);
    }

    private GateAnswer decide(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        boolean isGrant =
                question.request() instanceof CaseRequests.Decide decision && decision.outcome() == Outcome.GRANT;
        if (!isGrant) {
            return end(before, unit);
        }
        Optional<Licence> held = holdings.of(before.number(), unit);
        held.ifPresent(licence -> grant(before, licence, unit));
        return GateAnswer.noObjection();
    }

    private void grant(CaseSnapshot before, Licence licence, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        licence.requireOpen(before.licence().matter(), today);
        boolean isInForce = licence.state(today) == LicenceState.VALID;
        if (before.licence().matter() == LicenceMatter.RENEWAL
                && isInForce
                && licence.renewal().isEmpty()) {
            holdings.await(licence, before.number(), unit);
        }
    }
}
