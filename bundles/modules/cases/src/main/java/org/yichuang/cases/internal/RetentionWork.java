package org.yichuang.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.RetentionSchedule;
import org.yichuang.cases.internal.persistence.RetentionRows;
import org.yichuang.cases.internal.persistence.RetentionRows.Kept;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** What keeps cases: their years, what is still open about them, and whoever else needs them. */
class RetentionWork {
    private final RetentionRows rows;
    private final RetentionGuards guards;
    private final WaitingMessages letters;
    private final Tenants tenants;
    private final Clock machineClock;

    /** @param machineClock what is old by a rehearsed time alone is kept */
    RetentionWork(
            RetentionRows rows,
            List<RetentionGuard> guards,
            WaitingMessages letters,
            Tenants tenants,
            ModuleRegistry modules,
            Clock machineClock) {
        this.rows = rows;
        this.guards = new RetentionGuards(guards, tenants, modules);
        this.letters = letters;
        this.tenants = tenants;
        this.machineClock = machineClock;
    }

    RetentionRows rows() {
        return rows;
    }

    /** The moment of the machine. */
    Instant now() {
        return machineClock.instant();
    }

    RetentionSchedule schedule(CallContext context) {
        return RetentionSchedule.of(tenants.get(context.tenant()));
    }

    /** Today, or what the machine takes for it where a rehearsal is ahead. */
    LocalDate today(CallContext context) {
        LocalDate machine = machineClock.instant().atZone(CallContext.ZONE).toLocalDate();
        return context.today().isAfter(machine) ? machine : context.today();
    }

    /** The cases about which a letter has not reached another centre; asked outside of transactions. */
    Set<String> unsent(CallContext context) {
        return letters.waitingAggregates(LinkedCases.TOPIC, context.withoutKey()).stream()
                .map(BranchAddress::caseOf)
                .collect(Collectors.toSet());
    }

    /**
     * Says what keeps cases as far as it can be asked, in their order; nothing is said of those that are not there.
     *
     * @param unsent as of {@link #unsent}
     */
    Map<Kept, Set<RetentionHold>> holds(Collection<String> numbers, Set<String> unsent, UnitOfWork unit) {
        return holds(numbers, unsent, new HashSet<>(), unit);
    }

    /**
     * The same for whoever has them removed: nobody who may need them was missing when it was asked.
     *
     * @throws ProblemException {@code gate-away}
     */
    Map<Kept, Set<RetentionHold>> allHolds(Collection<String> numbers, Set<String> unsent, UnitOfWork unit) {
        Set<String> asked = new HashSet<>();
        Map<Kept, Set<RetentionHold>> holds = holds(numbers, unsent, asked, unit);
        if (!holds.isEmpty()) {
            guards.require(asked, unit);
        }
        return holds;
    }

    private Map<Kept, Set<RetentionHold>> holds(
            Collection<String> numbers, Set<String> unsent, Set<String> asked, UnitOfWork unit) {
        List<Kept> found = rows.of(numbers, unit);
        Set<String> there = new HashSet<>();
        found.forEach(each -> there.add(each.number()));
        Map<Kept, Set<RetentionHold>> holds = new LinkedHashMap<>();
        if (there.isEmpty()) {
            return holds;
        }
        Set<String> counted = rows.counted(there, unit);
        Set<String> legal = rows.held(there, unit);
        for (Kept each : found) {
            Set<RetentionHold> own = own(each, unit.context());
            add(own, !counted.contains(each.number()), RetentionHold.UNCOUNTED);
            add(own, legal.contains(each.number()), RetentionHold.LEGAL);
            add(own, unsent.contains(each.number()), RetentionHold.LETTER);
            holds.put(each, own);
        }
        Map<String, Set<RetentionHold>> byNumber = new HashMap<>();
        holds.forEach((each, own) -> byNumber.put(each.number(), own));
        asked.addAll(guards.ask(
                Set.copyOf(there),
                (number, hold) -> byNumber.getOrDefault(number, new HashSet<>()).add(hold),
                unit));
        return holds;
    }

    private Set<RetentionHold> own(Kept found, CallContext context) {
        Set<RetentionHold> own = EnumSet.noneOf(RetentionHold.class);
        add(own, found.over().isEmpty(), RetentionHold.OPEN);
        boolean isDue = found.over()
                .flatMap(over -> schedule(context).keptUntil(found.items(), over))
                .filter(last -> today(context).isAfter(last))
                .isPresent();
        add(own, !isDue, RetentionHold.NOT_DUE);
        add(own, found.promisedUntil() != null, RetentionHold.PROMISE);
        return own;
    }

    private static void add(Set<RetentionHold> holds, boolean isHeld, RetentionHold hold) {
        if (isHeld) {
            holds.add(hold);
        }
    }
}
