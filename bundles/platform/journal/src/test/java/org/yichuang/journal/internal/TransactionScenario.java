package org.yichuang.journal.internal;

import static org.yichuang.journal.internal.House.NORTH;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** A house in which things are counted. */
abstract class TransactionScenario extends OnBothStores {
    static final ProblemException REFUSAL =
            new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("不行"));

    House.Counted countOnlyOnce(CallContext context) {
        return house.transactions.write(context, House.Counted.class, unit -> {
            if (unit.entities(store.things()).find(Thing.class, "t-1") != null) {
                throw REFUSAL;
            }
            return house.count(unit, "t-1");
        });
    }

    String receive(String message) {
        return house.transactions.write(house.clerk(NORTH), String.class, unit -> {
            String kept = unit.firstSeen("linkage", message);
            if (kept != null) {
                return kept;
            }
            String answer = "done " + house.count(unit, "t-1").counted();
            unit.answer("linkage", message, answer);
            return answer;
        });
    }

    List<JournalEntry> entries(String id) {
        return house.journal
                .entries("thing", id, PageRequest.of(100, null), house.clerk(NORTH))
                .items();
    }

    int messages() {
        PageRequest page = PageRequest.of(10, null);
        return house.outbox
                .messages(Optional.empty(), page, house.clerk(NORTH))
                .items()
                .size();
    }

    static void somebodyElse(Runnable act) {
        CompletableFuture.runAsync(act).join();
    }
}
