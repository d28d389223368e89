package org.yichuang.sockets.internal;

import java.util.List;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** Nothing is issued before the case is marked by its number. */
public class MarkCompletion implements CompletionGate {
    private final MarkRows rows;

    public MarkCompletion(MarkRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public List<Missing> missing(CaseSnapshot now, UnitOfWork unit) {
        return rows.has(MarkRows.MARKED, now.number(), unit)
                ? List.of()
                : List.of(new Missing(
                        "mark-missing", LocalizedMessage.of(MarkCompletion.class, "mark-missing", now.number())));
    }
}
