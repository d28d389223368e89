package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.yichuang.cases.internal.domain.CaseFacts;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.CountedFacts;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.cases.internal.domain.Spell;
import org.yichuang.cases.internal.domain.Spells;
import org.yichuang.cases.internal.domain.Spells.Stretch;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The tables {@code CASES_FACT} and {@code CASES_SPELL}; the entity manager is bound to transaction and tenant. */
public class JpaCountedFacts implements CountedFacts {
    private static final String OF_CASE = "SELECT f FROM CountedFact f WHERE f.number = :number";
    private static final String SPELLS = "SELECT s FROM Spell s WHERE s.number = :number";

    private final EntityManager entities;

    public JpaCountedFacts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(CaseFile file, List<CountedFact> counted, CommandContext now) {
        if (counted.stream().anyMatch(fact -> fact.fact() == Fact.CONCLUDED)) {
            Map<CountedFact.Key, CountedFact> kept = kept(file);
            CaseFacts.of(file, now.here().id().value(), now.calendar())
                    .forEach(
                            fact -> Optional.ofNullable(kept.get(fact.key())).ifPresent(before -> before.follow(fact)));
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
        for (CountedFact fact : CaseFacts.of(file, centre, calendar)) {
            CountedFact before = kept.get(fact.key());
            if (before == null) {
                entities.persist(fact);
            } else {
                before.follow(fact);
            }
        }
    }

    @Override
    public void judge(CaseFile file, LocalDate from, CommandContext now) {
        Map<CountedFact.Key, CountedFact> kept = kept(file);
        CaseFacts.of(file, now.here().id().value(), now.calendar()).stream()
                .filter(fact -> !fact.on().isBefore(from))
                .forEach(fact -> Optional.ofNullable(kept.get(fact.key())).ifPresent(before -> before.judge(fact)));
        charge(
                file,
                Spells.ended(file, now.here().id().value(), now.calendar()).stream()
                        .filter(stretch -> !stretch.to().isBefore(from))
                        .toList());
    }

    @Override
    public void completeTime(CaseFile file, String centre, WorkingCalendar calendar) {
        charge(file, Spells.ended(file, centre, calendar));
    }

    /** Writes what is missing of some stretches, and counts the days of the others anew. */
    private void charge(CaseFile file, List<Stretch> stretches) {
        Map<Spell.Key, Spell> kept = new HashMap<>();
        entities.createQuery(SPELLS, Spell.class)
                .setParameter("number", file.number())
                .getResultList()
                .forEach(spell -> kept.put(spell.key(), spell));
        for (Stretch stretch : stretches) {
            Spell spell = kept.get(new Spell.Key(file.number(), stretch.step(), stretch.cause()));
            if (spell == null) {
                entities.persist(new Spell(file, stretch, file.department()));
            } else {
                spell.count(stretch.days());
            }
        }
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
