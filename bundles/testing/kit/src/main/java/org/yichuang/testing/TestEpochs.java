package org.yichuang.testing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** Epochs for tests of modules: nobody was set back, unless a test says so. */
public final class TestEpochs implements Epochs {
    private final Set<TenantId> begun = new HashSet<>();
    private final Set<TenantId> awaited = new HashSet<>();

    /** A centre goes on after it was set back. */
    public void setBack(TenantId tenant) {
        begun.add(tenant);
    }

    /** Whether a centre knows more of others than it has said. */
    public void awaits(TenantId neighbour, boolean isAwaited) {
        if (isAwaited) {
            awaited.add(neighbour);
        } else {
            awaited.remove(neighbour);
        }
    }

    @Override
    public long current(TenantId tenant) {
        return begun.contains(tenant) ? 1 : 0;
    }

    @Override
    public List<TenantId> setBack() {
        return List.of();
    }

    @Override
    public long begin(String reason, Beginning beginning, CallContext context) {
        setBack(context.tenant());
        return 1;
    }

    @Override
    public Optional<Begun> begun(TenantId tenant) {
        return begun.contains(tenant) ? Optional.of(new Begun(1, Instant.EPOCH)) : Optional.empty();
    }

    @Override
    public Optional<Begun> begun(UnitOfWork unit) {
        return begun(unit.context().tenant());
    }

    @Override
    public void answered(String topic, Instant since, Consumer<String> each, UnitOfWork unit) {
        // Nothing has been received
    }

    @Override
    public boolean isAwaited(TenantId neighbour, UnitOfWork unit) {
        return awaited.contains(neighbour);
    }
}
