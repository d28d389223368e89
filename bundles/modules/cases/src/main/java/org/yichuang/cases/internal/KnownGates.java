package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.persistence.GateRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Remembers for each centre which modules have a say in which commands, so that nothing passes them while they are not
 * there: a module that is updated, fails to start or comes later than we do. It forgets a module that is switched off.
 */
final class KnownGates {
    /** After which another container's gates are known here as well. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final GateRows rows = new GateRows();
    private final Cache<TenantId, Map<String, Set<GatedCommand>>> read =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    /**
     * Notes which gates are there, and requires those that have a say in a command.
     *
     * @param there the commands of the gates that are there and on, by module
     * @param isOn whether a module works for the unit's centre
     * @throws ProblemException {@link CaseError#GATE_AWAY}
     */
    void require(GatedCommand command, Map<String, Set<GatedCommand>> there, Predicate<String> isOn, UnitOfWork unit) {
        TenantId centre = unit.context().tenant();
        Map<String, Set<GatedCommand>> known = read.get(centre, key -> rows.all(unit));
        boolean hasNews = false;
        for (Map.Entry<String, Set<GatedCommand>> each : there.entrySet()) {
            hasNews |= note(each.getKey(), each.getValue(), known, unit);
        }
        for (Map.Entry<String, Set<GatedCommand>> each : known.entrySet()) {
            String module = each.getKey();
            if (!isOn.test(module)) {
                rows.remove(unit, module);
                hasNews = true;
            } else if (!there.containsKey(module) && each.getValue().contains(command)) {
                throw new ProblemException(
                        CaseError.GATE_AWAY, LocalizedMessage.of(KnownGates.class, "gate.away", module));
            }
        }
        if (hasNews) {
            unit.afterCommit(() -> read.invalidate(centre));
        }
    }

    private boolean note(
            String module, Set<GatedCommand> commands, Map<String, Set<GatedCommand>> known, UnitOfWork unit) {
        if (known.getOrDefault(module, Set.of()).containsAll(commands)) {
            return false;
        }
        rows.add(unit, module, commands);
        return true;
    }
}
