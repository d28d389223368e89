package org.yichuang.sockets.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Vouches for whoever accepts or decides a case, unless its item is marked {@code stop:<item>}; wants to know with the
 * decision in which minutes it stands.
 */
public class MarkGate implements CommandGate {
    static final String STOP = "stop:";

    private static final String MINUTES = "minutes";

    private final MarkRows rows;
    private final Catalogue catalogue;

    public MarkGate(MarkRows rows, Catalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return Set.of(GatedCommand.ACCEPT, GatedCommand.DECIDE);
    }

    @Override
    public List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
        return command == GatedCommand.DECIDE
                ? List.of(new GateFact(MINUTES, LocalizedMessage.of(MarkGate.class, "fact.minutes"), true))
                : List.of();
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot before = question.before();
        return rows.has(MarkRows.MARKED, STOP + before.item(), unit)
                ? GateAnswer.refused(
                        SocketsError.ITEM_STOPPED,
                        LocalizedMessage.of(MarkGate.class, "item-stopped", before.itemName()))
                : GateAnswer.allowed("sockets:"
                        + catalogue.offered(before.item(), unit).definition().code());
    }
}
