package org.yichuang.example.internal;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;

/** The service: one method is one use case is one transaction. */
public class Notes {
    /** What is answered. */
    public record View(String id, String words) {}

    private final EntityManagerFactory entities;
    private final Transactions transactions;

    public Notes(EntityManagerFactory entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    View write(String words, CallContext context) {
        context.require("example.write");
        return transactions.write(context, View.class, unit -> {
            Note note = new Note();
            note.id = Ids.next(context.at());
            note.words = words;
            unit.entities(entities).persist(note);
            unit.record(new AuditEntry("note", note.id, "write", "", words, Map.of()), ChainHead.START);
            return new View(note.id, words);
        });
    }

    List<View> all(CallContext context) {
        context.require("example.view");
        return transactions.read(context, unit -> unit
                .entities(entities)
                .createQuery("select n from Note n order by n.id", Note.class)
                .setMaxResults(100)
                .getResultList()
                .stream()
                .map(note -> new View(note.id, note.words))
                .toList());
    }
}
