package org.yichuang.sockets.internal;

import java.util.List;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/** Takes marks of other centres, which linkage carries without knowing what they are, and notes which have arrived. */
public class MarkMail implements LinkedModule {
    static final String TOPIC = "sockets";
    static final String RECEIVED = "received";
    static final String RECEIPTED = "receipted";

    private final MarkRows rows;

    public MarkMail(MarkRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        return rows.add(RECEIVED, message.payload(), unit).id;
    }

    @Override
    public void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        rows.add(RECEIPTED, message.payload(), unit);
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        return List.of();
    }
}
