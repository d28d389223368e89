package org.yichuang.sockets.internal;

import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Hears of submitted cases, reads them and their items, and hears of the module's own marks. */
public class MarkListener implements EventListener {
    static final String HEARD = "heard";
    /** What was read of the case of an event: its item, and by whom it was handed in. */
    static final String READ = "read";

    private final MarkRows rows;
    private final Tenants tenants;
    private final CaseReader reader;

    public MarkListener(MarkRows rows, Tenants tenants, CaseReader reader) {
        this.rows = rows;
        this.tenants = tenants;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "sockets-marks";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of("cases", "submitted").and(SocketsDescriptor.WORD, MarkRows.MARKED);
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(SocketsDescriptor.WORD))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        rows.add(HEARD, event.event().number(), unit);
        reader.tell(event.event().number(), unit).ifPresent(told -> rows.add(READ, told, unit));
    }
}
