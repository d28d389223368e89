package org.yichuang.sockets.internal;

import java.util.Set;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** Vouches for whoever accepts a case, unless its item is marked {@code stop:<item>}. */
public class MarkGate implements CommandGate {
    static final String STOP = "stop:";

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
        return Set.of(GatedCommand.ACCEPT);
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
