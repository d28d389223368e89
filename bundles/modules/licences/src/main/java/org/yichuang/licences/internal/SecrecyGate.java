package org.yichuang.licences.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.yichuang.licences.internal.domain.WithholdingGround;

/** Asks whoever grants whether that is a secret, so that nothing of it is public for a moment (R1-15). */
public class SecrecyGate implements CommandGate {
    /** Of whom it is a secret. */
    static final String WITHHELD = "withheld";

    private final GrantRegister grants;

    public SecrecyGate(GrantRegister grants) {
        this.grants = grants;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return EnumSet.of(GatedCommand.DECIDE);
    }

    @Override
    public List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
        boolean isLicensing = before.itemType().equals(ItemType.LICENCE.name())
                || before.items().size() > 1;
        return command == GatedCommand.DECIDE && isLicensing ? List.of(fact()) : List.of();
    }

    /** By which provision a grant is withheld that is a secret. */
    static String basis() {
        return LocalizedMessage.of(SecrecyGate.class, "withheld.basis").zh();
    }

    private static GateFact fact() {
        List<GateFact.Choice> grounds = Arrays.stream(WithholdingGround.values())
                .map(ground -> new GateFact.Choice(
                        ground.name(), LocalizedMessage.of(SecrecyGate.class, "withheld." + ground.name())))
                .toList();
        return new GateFact(WITHHELD, LocalizedMessage.of(SecrecyGate.class, "fact.withheld"), false, grounds);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseRequests.Request request = question.request();
        if (request instanceof CaseRequests.Decide decision && decision.outcome() == Outcome.GRANT) {
            grants.asked(question.before(), ground(request), basis(), unit);
        }
        return GateAnswer.noObjection();
    }

    private static Optional<WithholdingGround> ground(CaseRequests.Request request) {
        String said = request.facts().getOrDefault(WITHHELD, "");
        return Arrays.stream(WithholdingGround.values())
                .filter(ground -> ground.name().equals(said))
                .findFirst();
    }
}
