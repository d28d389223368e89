package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CountedTerm;
import org.yichuang.journal.api.UnitOfWork;

/** By which words people have found items of the transaction's centre. */
public final class TermRows {
    private static final int CHUNK = 500;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public TermRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** How many people have used each word in a month, the most used first; of those that so many have used. */
    public Map<String, Integer> people(String period, long least, int most, UnitOfWork unit) {
        Map<String, Integer> people = new LinkedHashMap<>();
        entities(unit)
                .createQuery(
                        "SELECT t.term, COUNT(t) FROM CountedTerm t WHERE t.period = :period GROUP BY t.term"
                                + " HAVING COUNT(t) >= :least ORDER BY COUNT(t) DESC, t.term",
                        Object[].class)
                .setParameter("period", period)
                .setParameter("least", least)
                .setMaxResults(most)
                .getResultList()
                .forEach(row -> people.put((String) row[0], ((Long) row[1]).intValue()));
        return people;
    }

    /** Tells which of these are there already. */
    public List<String> known(List<String> ids, UnitOfWork unit) {
        List<String> known = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            known.addAll(entities(unit)
                    .createQuery("SELECT t.id FROM CountedTerm t WHERE t.id IN :ids", String.class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .getResultList());
        }
        return known;
    }

    /** Adds one. */
    public void add(CountedTerm term, UnitOfWork unit) {
        entities(unit).persist(term);
    }

    /** Forgets the months before one. */
    public void forgetBefore(String period, UnitOfWork unit) {
        entities(unit)
                .createQuery("DELETE FROM CountedTerm t WHERE t.period < :period")
                .setParameter("period", period)
                .executeUpdate();
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
