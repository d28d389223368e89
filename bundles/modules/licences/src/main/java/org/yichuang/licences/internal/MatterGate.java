package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.Licence;

/**
 * Takes and grants changes, renewals and replacements of what the applicant holds, and of nothing else (R1-29); tells
 * by when a renewal that was applied for in time is decided (R1-30, R1-31).
 */
public class MatterGate implements CommandGate {
    /** Handed in, and accepted by nobody yet. */
    private static final Set<CaseState> UNSEEN = EnumSet.of(CaseState.RECEIVED, CaseState.CORRECTING);

    /** With the centre above. */
    private static final Set<CaseState> ABOVE = EnumSet.of(CaseState.FORWARDED, CaseState.QUESTIONED);

    private final Holdings holdings;
    private final Certificates certificates;
    private final Cases cases;

    public MatterGate(Holdings holdings, Certificates certificates) {
        this.cases = certificates.cases();
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
                GatedCommand.ISSUE,
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
                case SUBMIT, ACCEPT -> take(before, question.command(), unit);
                case DECIDE -> decide(question, unit);
                case ISSUE -> issue(before, unit);
                case WITHDRAW -> withdraw(before, unit);
                default -> end(before, unit);
            };
        } catch (ProblemException refusal) {
            if (refusal.code() != LicenceError.LICENCE_STATE) {
                throw refusal;
            }
            return GateAnswer.refused(refusal.code(), refusal.message());
        }
    }

    /** What a case is known to be of, and is not another centre's matter since. */
    private Optional<Licence> of(CaseSnapshot before, UnitOfWork unit) {
        return holdings.of(before.number(), unit).filter(licence -> !licence.isHandedOver());
    }

    /** What is above is only asked for: it comes to nothing when that centre says so, unless it has decided first. */
    private GateAnswer withdraw(CaseSnapshot before, UnitOfWork unit) {
        return ABOVE.contains(before.state()) ? GateAnswer.noObjection() : end(before, unit);
    }

    private GateAnswer end(CaseSnapshot before, UnitOfWork unit) {
        holdings.end(before.number(), unit);
        return GateAnswer.noObjection();
    }

    private GateAnswer take(CaseSnapshot before, GatedCommand command, UnitOfWork unit) {
        CaseLicence named = before.licence();
        Optional<Licence> known = of(before, unit);
        Optional<Licence> held = known.or(() -> holdings.find(
                        named, before.applicant().idNumber(), new ItemKey(before.owner(), before.item()), unit))
                .filter(licence -> !licence.isHandedOver());
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
        Optional<GateAnswer> twice = twice(before, licence, unit);
        if (twice.isPresent()) {
            return twice.get();
        }
        if (known.isEmpty()) {
            holdings.add(before.number(), licence, named.matter(), unit);
        }
        // Of two that nobody has looked at yet the first holds it; whoever accepts one has looked at both
        boolean isNext = licence.renewal().isEmpty() || command == GatedCommand.ACCEPT;
        boolean isInTime = isInTime(before, licence, unit);
        boolean isTimed = isInTime
                && isByWhoDecides(before, licence, unit)
                && !licence.isOver(unit.context().today());
        if (isNext && isTimed && !licence.renewal().equals(before.number())) {
            holdings.await(licence, before.number(), unit);
        }
        LocalDate end = licence.validUntil().orElse(null);
        if (named.matter() == LicenceMatter.RENEWAL && !isInTime) {
            return GateAnswer.ofLateRenewal(end);
        }
        return GateAnswer.ofLicence(end, licence.renewal().equals(before.number()) ? end : null);
    }

    /**
     * Nobody applies twice for the same. What was handed in by somebody else, and that nobody has looked at yet, stands
     * in nobody's way before the acceptance: numbers of certificates are public.
     */
    private Optional<GateAnswer> twice(CaseSnapshot before, Licence licence, UnitOfWork unit) {
        LicenceMatter matter = before.licence().matter();
        String account = unit.context().actor().account();
        return holdings.open(licence, matter, unit).stream()
                .filter(open -> !open.caseNumber().equals(before.number()))
                .flatMap(open -> cases.find(open.caseNumber(), unit).stream())
                .filter(open -> !isOver(open, unit))
                .filter(open -> open.submitter().equals(account) || !UNSEEN.contains(open.state()))
                .findFirst()
                .map(open -> GateAnswer.refused(LicenceError.MATTER_OPEN, sentence(matter, open, unit)));
    }

    /** What has come to nothing by a letter of before is ended as soon as it is met. */
    private boolean isOver(CaseRecord open, UnitOfWork unit) {
        boolean isOver = open.state().isEnd() && open.decision() != Outcome.GRANT || open.state() == CaseState.REFUSED;
        if (isOver) {
            holdings.end(open.number(), unit);
        }
        return isOver;
    }

    /** The number of a case is told to whoever has handed it in, and to staff. */
    private static LocalizedMessage sentence(LicenceMatter matter, CaseRecord open, UnitOfWork unit) {
        Actor actor = unit.context().actor();
        boolean isTold = open.submitter().equals(actor.account()) || actor.isPermitted(LicencePermission.VIEW);
        return isTold
                ? LocalizedMessage.of(MatterGate.class, "matter.open", matter.label(), open.number())
                : LocalizedMessage.of(MatterGate.class, "matter.open-elsewhere", matter.label());
    }

    /** What was taken back since the grant is not made out; what is changed or replaced keeps the day that it has. */
    private GateAnswer issue(CaseSnapshot before, UnitOfWork unit) {
        Optional<Licence> held = of(before, unit);
        CaseLicence concerned = before.licence();
        if (held.isEmpty()) {
            // What stands in no register here ends when the application says that it does, as a register has told then
            boolean isTold = concerned.matter() != LicenceMatter.RENEWAL && concerned.validUntil() != null;
            return isTold ? GateAnswer.ofLicence(concerned.validUntil(), null) : GateAnswer.noObjection();
        }
        held.get().requireHeld();
        LocalDate end = concerned.matter() == LicenceMatter.RENEWAL
                ? concerned.validUntil()
                : held.get().validUntil().orElse(null);
        return GateAnswer.ofLicence(end, concerned.decideBy(), held.get().number());
    }

    /** Of what is decided here, the register here says when it ends only where it is not told by another. */
    private static boolean isByWhoDecides(CaseSnapshot before, Licence licence, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        return !before.decidedAt().equals(here) || licence.isDecidedAt(here);
    }

    /** Whether it counts as granted when nobody decides: by the day of handing in, here or below, once for all. */
    private boolean isInTime(CaseSnapshot before, Licence licence, UnitOfWork unit) {
        if (before.licence().matter() != LicenceMatter.RENEWAL) {
            return false;
        }
        if (before.licence().isTimed()) {
            return true;
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
        Optional<Licence> held = of(before, unit);
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
