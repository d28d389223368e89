package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.yichuang.cases.internal.domain.CaseFacts;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.CountedFacts;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.cases.internal.domain.Spell;
import org.yichuang.cases.internal.domain.Spells;
import org.yichuang.cases.internal.domain.Spells.Stretch;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The tables {@code CASES_FACT} and {@code CASES_SPELL}; the entity manager is bound to transaction and tenant. */
public class JpaCountedFacts implements CountedFacts {
    private static final String OF_CASE = "SELECT f FROM CountedFact f WHERE f.number = :number";
    private static final String SPELLS = "SELECT s FROM Spell s WHERE s.number = :number";
    private static final String SPELLS_SINCE = SPELLS + " AND s.endedOn >= :from";

    private final EntityManager entities;
    private final SumRows sums;

    /** @param sums what is added up of them */
    public JpaCountedFacts(EntityManager entities, SumRows sums) {
        this.entities = entities;
        this.sums = sums;
    }

    @Override
    public void add(CaseFile file, List<CountedFact> counted, CommandContext now) {
        if (counted.stream().anyMatch(fact -> fact.fact() == Fact.CONCLUDED)) {
            Map<CountedFact.Key, CountedFact> kept = kept(file);
            List<LocalDate> changed = CaseFacts.of(file, now.here().id().value(), now.calendar()).stream()
                    .filter(fact ->
                            kept.containsKey(fact.key()) && kept.get(fact.key()).follow(fact))
                    .map(CountedFact::on)
                    .toList();
            sums.reopen(changed);
        }
        counted.forEach(entities::persist);
    }

    @Override
    public void add(List<Spell> spells) {
        spells.forEach(entities::persist);
    }

    @Override
    public void complete(CaseFile file, String centre, WorkingCalendar calendar) {
        Map<CountedFact.Key, CountedFact> kept = kept(file);
        Set<LocalDate> changed = new TreeSet<>();
        for (CountedFact fact : CaseFacts.of(file, centre, calendar)) {
            CountedFact before = kept.get(fact.key());
            if (before == null) {
                entities.persist(fact);
            }
            if (before == null || before.follow(fact)) {
                changed.add(fact.on());
            }
        }
        sums.reopen(changed);
    }

    @Override
    public void judge(CaseFile file, LocalDate from, CommandContext now) {
        String centre = now.here().id().value();
        Map<CountedFact.Key, CountedFact> kept = kept(file);
        Set<LocalDate> changed = new TreeSet<>();
        for (CountedFact fact : CaseFacts.of(file, centre, now.calendar())) {
            CountedFact before = kept.get(fact.key());
            if (before != null && !fact.on().isBefore(from) && before.judge(fact)) {
                changed.add(fact.on());
            }
        }
        changed.addAll(charge(file, Spells.ended(file, centre, now.calendar(), now.laws()), from));
        sums.reopen(changed);
    }

    @Override
    public boolean isCharged(CaseFile file, LocalDate from, CommandContext now) {
        List<StepFact> steps = file.progress().steps();
        Instant last = steps.get(steps.size() - 1).at();
        if (last.atZone(CallContext.ZONE).toLocalDate().isBefore(from)) {
            return true;
        }
        Map<Spell.Key, Integer> kept = new HashMap<>();
        entities.createQuery(SPELLS_SINCE, Spell.class)
                .setParameter("number", file.number())
                .setParameter("from", from)
                .getResultList()
                .forEach(spell -> kept.put(spell.key(), spell.days()));
        kept.values().removeIf(days -> days == 0);
        Map<Spell.Key, Integer> meant = new HashMap<>();
        Spells.ended(file, now.here().id().value(), now.calendar(), now.laws()).stream()
                .filter(stretch -> !stretch.ended().isBefore(from))
                .forEach(stretch -> meant.put(key(file, stretch), stretch.days()));
        return kept.equals(meant);
    }

    @Override
    public void completeTime(CaseFile file, String centre, WorkingCalendar calendar) {
        Set<Spell.Key> kept = spells(file).keySet();
        List<Stretch> missing = Spells.ended(file, centre, calendar, Laws.IN_FORCE).stream()
                .filter(stretch -> !kept.contains(key(file, stretch)))
                .toList();
        missing.forEach(stretch -> entities.persist(spell(file, stretch)));
        sums.reopen(missing.stream().map(Stretch::ended).toList());
    }

    private static Spell spell(CaseFile file, Stretch stretch) {
        return new Spell(file, stretch, Spells.department(file, stretch));
    }

    private static Spell.Key key(CaseFile file, Stretch stretch) {
        return new Spell.Key(file.number(), stretch.step(), stretch.cause());
    }

    private Map<Spell.Key, Spell> spells(CaseFile file) {
        Map<Spell.Key, Spell> kept = new HashMap<>();
        entities.createQuery(SPELLS, Spell.class)
                .setParameter("number", file.number())
                .getResultList()
                .forEach(spell -> kept.put(spell.key(), spell));
        return kept;
    }

    /**
     * Writes what is missing of some stretches, and counts the days of the others anew, of what has no working day any
     * more none; returns on which days that changes something.
     *
     * @param from from which day on
     */
    private Set<LocalDate> charge(CaseFile file, List<Stretch> stretches, LocalDate from) {
        Map<Spell.Key, Spell> kept = spells(file);
        Set<LocalDate> changed = new TreeSet<>();
        for (Stretch stretch : stretches) {
            Spell spell = kept.remove(key(file, stretch));
            boolean isMeant = !stretch.ended().isBefore(from);
            if (isMeant && spell == null) {
                entities.persist(spell(file, stretch));
            }
            if (isMeant && (spell == null || spell.count(stretch.days()))) {
                changed.add(stretch.ended());
            }
        }
        kept.values().stream()
                .filter(spell -> !spell.endedOn().isBefore(from) && spell.count(0))
                .forEach(spell -> changed.add(spell.endedOn()));
        return changed;
    }

    private Map<CountedFact.Key, CountedFact> kept(CaseFile file) {
        Map<CountedFact.Key, CountedFact> kept = new HashMap<>();
        entities.createQuery(OF_CASE, CountedFact.class)
                .setParameter("number", file.number())
                .getResultList()
                .forEach(fact -> kept.put(fact.key(), fact));
        return kept;
    }
}
