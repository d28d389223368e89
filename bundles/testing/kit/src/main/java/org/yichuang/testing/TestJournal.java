package org.yichuang.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalChain;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A journal that is told of refusals and keeps them in memory; it has nothing to read. */
public final class TestJournal implements Journal {
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** The refusals so far, each as {@code operation code account}. */
    public List<String> refusals() {
        return refusals;
    }

    /** The events that refusals came with. */
    public List<DomainEvent> events() {
        return events;
    }

    @Override
    public void refused(String operation, ProblemException refusal, DomainEvent event, CallContext context) {
        refused(operation, refusal, context);
        events.add(event);
    }

    @Override
    public void refused(String operation, ProblemException refusal, CallContext context) {
        refusals.add(
                operation + " " + refusal.code().code() + " " + context.actor().account());
    }

    @Override
    public Page<JournalEntry> entries(String aggregateType, String aggregateId, PageRequest page, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JournalChain chain(String aggregateType, String aggregateId, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<JournalEntry> latest(PageRequest page, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NewEvents newEvents(EventFilter wanted, OptionalLong since, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verification verify(TenantId tenant) {
        throw new UnsupportedOperationException();
    }
}
