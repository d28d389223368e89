package org.yichuang.linkage.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Epochs in memory: databases are set back when the test says so. */
public class MemoryEpochs implements Epochs {
    private final MemoryJournal journal;
    private final Map<TenantId, Long> begun = new HashMap<>();
    private final Map<TenantId, Begun> latest = new HashMap<>();
    private final List<TenantId> setBack = new ArrayList<>();

    /** Those of a database that never is. */
    public MemoryEpochs() {
        this(null);
    }

    /** @param journal where it is written that one begins */
    public MemoryEpochs(MemoryJournal journal) {
        this.journal = journal;
    }

    public void setBack(TenantId tenant) {
        setBack.add(tenant);
    }

    @Override
    public long current(TenantId tenant) {
        if (setBack.contains(tenant)) {
            throw new ProblemException(JournalError.DATABASE_SET_BACK, LocalizedMessage.verbatim("set back"));
        }
        return begun.getOrDefault(tenant, 0L);
    }

    @Override
    public List<TenantId> setBack() {
        return List.copyOf(setBack);
    }

    /** Goes on as if nothing had been. */
    public void forget(TenantId tenant) {
        setBack.remove(tenant);
    }

    @Override
    public long begin(String reason, Beginning beginning, CallContext context) {
        TenantId tenant = context.tenant();
        setBack.removeIf(tenant::equals);
        long now = context.at().toEpochMilli() * 1_000;
        long epoch = begun.merge(tenant, now, (before, next) -> Math.max(before + 1, next));
        latest.put(tenant, new Begun(epoch, journal.known(tenant)));
        return journal.write(context, Long.class, unit -> {
            beginning.begun(epoch, journal.known(tenant), unit);
            return epoch;
        });
    }

    @Override
    public Optional<Begun> begun(TenantId tenant) {
        return Optional.ofNullable(latest.get(tenant));
    }

    @Override
    public Optional<Begun> begun(UnitOfWork unit) {
        return begun(unit.context().tenant());
    }

    @Override
    public void answered(String topic, Instant since, Consumer<String> each, UnitOfWork unit) {
        journal.answered(topic, unit.context()).forEach(each);
    }

    @Override
    public boolean isAwaited(TenantId neighbour, UnitOfWork unit) {
        return isAwaited(neighbour, unit.context().tenant());
    }

    public boolean isAwaited(TenantId neighbour, TenantId here) {
        return setBack.contains(here)
                || latest.containsKey(here)
                        && journal.find(here, Epochs.notice(latest.get(here).epoch(), here, neighbour))
                                .filter(notice -> notice.state() != Outbox.State.WAITING)
                                .isEmpty();
    }
}
