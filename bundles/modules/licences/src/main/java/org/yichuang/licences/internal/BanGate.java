package org.yichuang.licences.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.ItemKey;

/**
 * Takes no application of somebody who may not apply again yet, and accepts none; enters the ban of whoever is refused
 * or not accepted for false materials in matters of safety, as whoever refuses says (R1-35).
 */
public class BanGate implements CommandGate {
    /** What was false, or concealed, where that is why a licence is refused. */
    static final String FALSE_MATERIALS = "false-materials";

    private static final Set<GatedCommand> FINDING = EnumSet.of(GatedCommand.REFUSE_TO_ACCEPT, GatedCommand.DECIDE);

    private final Bans bans;
    private final Certificates certificates;

    public BanGate(Bans bans, Certificates certificates) {
        this.bans = bans;
        this.certificates = certificates;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return EnumSet.of(GatedCommand.SUBMIT, GatedCommand.ACCEPT, GatedCommand.REFUSE_TO_ACCEPT, GatedCommand.DECIDE);
    }

    @Override
    public List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
        boolean isHandedBack = command == GatedCommand.REFUSE_TO_ACCEPT && before.transferred();
        return FINDING.contains(command) && isLicence(before) && !isHandedBack
                ? List.of(new GateFact(
                        FALSE_MATERIALS, LocalizedMessage.of(BanGate.class, "fact.false-materials"), false))
                : List.of();
    }

    private static boolean isLicence(CaseSnapshot before) {
        return before.itemType().equals(ItemType.LICENCE.name());
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        if (FINDING.contains(question.command())) {
            enter(question, unit);
            return GateAnswer.noObjection();
        }
        return before.items().stream()
                .flatMap(item -> banned(item, before, unit).stream())
                .findFirst()
                .orElseGet(GateAnswer::noObjection);
    }

    private Optional<GateAnswer> banned(CaseItem item, CaseSnapshot before, UnitOfWork unit) {
        return bans.holding(before.applicant().idNumber(), new ItemKey(item.owner(), item.code()), unit)
                .map(ban -> GateAnswer.refused(
                        LicenceError.APPLICANT_BANNED,
                        LocalizedMessage.of(
                                BanGate.class, "banned." + ban.ground().name(), item.name(), ban.until(), ban.id())));
    }

    /** Refused in the end, or not even accepted: art. 78 speaks of both. */
    private static boolean isRefused(GateQuestion question) {
        CaseRequests.Request request = question.request();
        return request instanceof CaseRequests.NotAccept && !question.before().transferred()
                || request instanceof CaseRequests.Decide decision && decision.outcome() == Outcome.REFUSE;
    }

    private void enter(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        boolean isFound = isRefused(question)
                && !question.request().facts().getOrDefault(FALSE_MATERIALS, "").isBlank();
        if (isFound) {
            before.items().stream()
                    .filter(item -> certificates
                            .of(item.owner(), item.code(), item.version(), unit)
                            .safety())
                    .forEach(item -> bans.enter(
                            before.applicant().idNumber(),
                            new Ban.About(item.owner(), item.code(), item.name(), before.number(), before.department()),
                            Ban.Ground.FALSE_MATERIALS,
                            unit));
        }
    }
}
