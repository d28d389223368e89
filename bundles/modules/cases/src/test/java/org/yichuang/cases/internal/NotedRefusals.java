package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A journal that is told of refusals and keeps their events. */
final class NotedRefusals implements Journal {
    final List<DomainEvent> events = new ArrayList<>();

    @Override
    public void refused(String operation, ProblemException refusal, DomainEvent event, CallContext context) {
        events.add(event);
    }

    @Override
    public void refused(String operation, ProblemException refusal, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<JournalEntry> entries(String aggregateType, String aggregateId, PageRequest page, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<JournalEntry> latest(PageRequest page, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verification verify(TenantId tenant) {
        throw new UnsupportedOperationException();
    }
}
