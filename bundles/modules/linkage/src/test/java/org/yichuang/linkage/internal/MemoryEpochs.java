package org.yichuang.linkage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Epochs in memory: databases are set back when the test says so. */
public class MemoryEpochs implements Epochs {
    private final Map<TenantId, Long> begun = new HashMap<>();
    private final List<TenantId> setBack = new ArrayList<>();

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
    public long begin(String reason, CallContext context) {
        forget(context.tenant());
        return begun.merge(context.tenant(), 1L, Long::sum);
    }
}
