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
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The table {@code CASES_FACT}; the entity manager is bound to transaction and tenant. */
public class JpaCountedFacts implements CountedFacts {
    private static final String OF_CASE = "SELECT f FROM CountedFact f WHERE f.number = :number";

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
