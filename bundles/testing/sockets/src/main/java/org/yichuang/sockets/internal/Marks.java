package org.yichuang.sockets.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/** The service: permission, one transaction, audit entry that is an event, a message to another centre. */
public class Marks {
    /**
     * What is answered.
     *
     * @param code by which its certificate is verified; empty in lists
     * @param id its own
     */
    public record View(String kind, String subject, String day, String code, String id) {}

    private static final String TYPE = "mark";
    private static final int SHOWN = 100;

    private final Transactions transactions;
    private final MarkRows rows;
    private final Tenants tenants;
    private final DocumentService documents;
    private final NoticeService notices;

    public Marks(
            Transactions transactions,
            MarkRows rows,
            Tenants tenants,
            DocumentService documents,
            NoticeService notices) {
        this.documents = documents;
        this.notices = notices;
        this.transactions = transactions;
        this.rows = rows;
        this.tenants = tenants;
    }

    /**
     * Marks a subject.
     *
     * @param receiver the centre that is told of it, or empty
     */
    View mark(String subject, String receiver, CallContext context) {
        context.require(SocketsDescriptor.MARK);
        long most = Long.parseLong(
                tenants.get(context.tenant()).policy(SocketsDescriptor.MOST.key(), SocketsDescriptor.MOST.usual()));
        return transactions.write(context, View.class, unit -> {
            if (rows.count(unit) >= most) {
                throw new ProblemException(
                        SocketsError.SOCKETS_FULL, LocalizedMessage.of(Marks.class, "sockets-full", most));
            }
            Mark mark = rows.add(MarkRows.MARKED, subject, unit);
            unit.record(
                    new AuditEntry(TYPE, mark.id, "mark", "", "", Map.of("subject", subject), event(subject)),
                    ChainHead.START);
            if (!receiver.isEmpty()) {
                unit.send(message(mark.id, new TenantId(receiver), subject));
            }
            String code = documents.issue(certificate(mark), unit).code();
            notices.send(notice(mark, context.actor().account()), unit);
            return new View(mark.kind, mark.subject, mark.day, code, mark.id);
        });
    }

    /**
     * Writes the certificate of a mark.
     *
     * @throws ProblemException {@code document-unknown}; {@code document-pending} while it is being made
     */
    void certificate(String id, OutputStream to, CallContext context) throws IOException {
        context.require(SocketsDescriptor.VIEW);
        String document = documents.of(TYPE, id, context).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN))
                .id();
        documents.write(document, TYPE, id, to, context);
    }

    private static DocumentService.Request certificate(Mark mark) {
        return new DocumentService.Request(
                SocketsDescriptor.WORD,
                MarkTemplates.CERTIFICATE,
                TYPE,
                mark.id,
                "Office of Marks",
                "",
                Map.of(MarkTemplates.SUBJECT, mark.subject));
    }

    private static NoticeService.Request notice(Mark mark, String account) {
        return new NoticeService.Request(
                SocketsDescriptor.WORD,
                MarkRows.MARKED,
                "mark",
                mark.id,
                account,
                Map.of(MarkTemplates.SUBJECT, mark.subject));
    }

    private static DomainEvent event(String subject) {
        return DomainEvent.of(SocketsDescriptor.WORD, MarkRows.MARKED).about(subject, "");
    }

    private static OutgoingMessage message(String mark, TenantId receiver, String subject) {
        return new OutgoingMessage(mark, MarkMail.TOPIC, receiver.value(), mark, 1, MarkRows.MARKED, subject);
    }

    /** Returns the first marks of the centre. */
    public List<View> all(CallContext context) {
        context.require(SocketsDescriptor.VIEW);
        return transactions.read(
                context,
                unit -> rows.after("", SHOWN, unit).stream().map(Marks::view).toList());
    }

    /** How often people have marked a subject; when it is empty, how many marks there are. */
    long count(String subject, CallContext context) {
        context.require(SocketsDescriptor.COUNT);
        return transactions.read(
                context, unit -> subject.isEmpty() ? rows.count(unit) : rows.count(MarkRows.MARKED, subject, unit));
    }

    /** How many marks there are at the centres that have the module on. */
    long total() {
        return tenants.all().stream()
                .filter(tenant -> tenant.has(SocketsDescriptor.WORD))
                .map(tenant -> CallContext.system(tenant.id(), tenants.clock().instant(), "doctor"))
                .mapToLong(context -> transactions.read(context, rows::count))
                .sum();
    }

    private static View view(Mark mark) {
        return new View(mark.kind, mark.subject, mark.day, "", mark.id);
    }
}
