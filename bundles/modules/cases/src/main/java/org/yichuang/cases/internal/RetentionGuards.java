package org.yichuang.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.persistence.GateRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Asks the modules which cases they need, and knows when one of them was not there to be asked: one that works for the
 * centre and is away, one that works for it and has guarded its cases before, which is kept, and one that has answered
 * since this container began, also where it is off.
 */
final class RetentionGuards {
    private final GateRows rows = new GateRows();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final List<RetentionGuard> guards;
    private final Tenants tenants;
    private final ModuleRegistry modules;

    /** @param guards those that are there at any time */
    RetentionGuards(List<RetentionGuard> guards, Tenants tenants, ModuleRegistry modules) {
        this.guards = guards;
        this.tenants = tenants;
        this.modules = modules;
    }

    /**
     * Asks all that are there, and tells which they were.
     *
     * @param needed takes each case that one needs, and what for
     */
    Set<String> ask(Set<String> numbers, BiConsumer<String, RetentionHold> needed, UnitOfWork unit) {
        Set<String> asked = new TreeSet<>();
        for (RetentionGuard guard : guards) {
            guard.holds(numbers, unit).forEach(needed);
            asked.add(guard.module());
        }
        heard.addAll(asked);
        return asked;
    }

    /**
     * Requires that nobody was missing among those that were asked in this transaction, and keeps who they were.
     *
     * @throws ProblemException {@link CaseError#GATE_AWAY}
     */
    void require(Set<String> asked, UnitOfWork unit) {
        Tenant centre = tenants.get(unit.context().tenant());
        Set<String> known = rows.guards(unit);
        Set<String> missing = new TreeSet<>(heard);
        known.stream().filter(module -> modules.isOn(module, centre)).forEach(missing::add);
        missing.removeAll(asked);
        centre.modules().stream()
                .filter(module -> modules.find(module).isEmpty())
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    CaseError.GATE_AWAY,
                    LocalizedMessage.of(RetentionGuards.class, "retention.away", String.join(", ", missing)));
        }
        asked.stream()
                .filter(module -> modules.isOn(module, centre) && !known.contains(module))
                .forEach(module -> rows.addGuard(unit, module));
    }
}
