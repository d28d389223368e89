package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.cases.internal.persistence.FigureQuery.FactKey;

/** Counts what has happened in {@code CASES_FACT}, and how cases stand in {@code CASES_CASE}. */
public class JpaCaseCounts implements CaseCounts {
    private static final String BY_STATE =
            "SELECT c.state, COUNT(c) FROM CountedFact f, CaseFile c WHERE f.fact = :received"
                    + " AND f.on >= :first AND f.on <= :last AND c.number = f.number";
    private static final String FACTS =
            ", x.number, x.step, x.itemName, x.state, x.receivedAt, x.acceptedOn, x.decidedOn, x.until, ";
    private static final String CASES =
            "SELECT x.number, x.itemName, x.applicant, x.person, x.state, x.receivedAt, x.acceptedOn, x.decidedOn";
    private static final String APPLICANTS =
            "SELECT c.number, c.applicant, c.person FROM CaseFile c WHERE c.number IN :numbers";
    private static final String ITEM_NAMES = "SELECT x.number, x.itemName FROM %s x WHERE x.number IN :numbers";
    private static final int MANY = 500;
    private static final int UNTIL = 8;
    private static final int MARK = 9;

    private final EntityManager entities;

    public JpaCaseCounts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Total count(Figure figure, Span span) {
        FigureQuery query = new FigureQuery(figure, span);
        Object[] found = query.run("SELECT COUNT(x), " + query.marked(), "", Object[].class, entities)
                .getSingleResult();
        return total(figure, found, 0);
    }

    /** A sum over no rows is nothing. */
    private static Total total(Figure figure, Object[] row, int place) {
        long all = (Long) row[place];
        long marked = row[place + 1] == null ? 0 : ((Number) row[place + 1]).longValue();
        return new Total(all, figure.mark() == null || figure.countsMarked() ? marked : all - marked);
    }

    @Override
    public List<Part> byDay(Figure figure, Span span) {
        FigureQuery query = new FigureQuery(figure, span);
        return query
                .run(
                        "SELECT x.on, COUNT(x), " + query.marked(),
                        " GROUP BY x.on ORDER BY x.on",
                        Object[].class,
                        entities)
                .getResultList()
                .stream()
                .map(row -> new Part(row[0].toString(), row[0].toString(), total(figure, row, 1)))
                .toList();
    }

    @Override
    public Map<CaseState, Long> byState(Span span) {
        boolean isNarrowed =
                !span.only().getOrDefault(Attribute.DEPARTMENT, Set.of()).isEmpty();
        TypedQuery<Object[]> query = entities.createQuery(
                        BY_STATE + (isNarrowed ? " AND c.department IN :departments" : "") + " GROUP BY c.state",
                        Object[].class)
                .setParameter("received", Fact.RECEIVED)
                .setParameter("first", span.first())
                .setParameter("last", span.last());
        if (isNarrowed) {
            query.setParameter("departments", span.only().get(Attribute.DEPARTMENT));
        }
        Map<CaseState, Long> states = new EnumMap<>(CaseState.class);
        query.getResultList().forEach(row -> states.put((CaseState) row[0], (Long) row[1]));
        return states;
    }

    @Override
    public List<Part> by(Attribute attribute, Figure figure, Span span, int most) {
        FigureQuery query = new FigureQuery(figure, span);
        String column = query.column(attribute);
        String name = attribute == Attribute.ITEM ? "MAX(x.number)" : column;
        List<Object[]> rows = query.run(
                        "SELECT " + column + ", " + name + ", COUNT(x), " + query.marked(),
                        " GROUP BY " + column + " ORDER BY COUNT(x) DESC, " + column,
                        Object[].class,
                        entities)
                .setMaxResults(most)
                .getResultList();
        if (attribute == Attribute.ITEM) {
            String of = figure.isOfFacts() ? "CountedFact" : "CaseFile";
            Map<String, String> names = itemNames(of, rows, entities);
            rows.forEach(row -> row[1] = names.get((String) row[1]));
        }
        return rows.stream().map(row -> part(row, total(figure, row, 2))).toList();
    }

    /**
     * The names of items as their newest cases have them, by the numbers of these: so the cases themselves can be
     * counted along an index, which names are too long for.
     *
     * @param rows code of an item, number of its newest case …
     */
    static Map<String, String> itemNames(String entity, List<Object[]> rows, EntityManager entities) {
        List<String> numbers = rows.stream().map(row -> (String) row[1]).toList();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < numbers.size(); i += MANY) {
            entities.createQuery(String.format(ITEM_NAMES, entity), Object[].class)
                    .setParameter("numbers", numbers.subList(i, Math.min(i + MANY, numbers.size())))
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    private static Part part(Object[] row, Total total) {
        if (row[0] instanceof CaseState state) {
            return new Part(state.name(), state.label().zh(), total);
        }
        if (row[0] instanceof CaseChannel channel) {
            return new Part(channel.name(), channel.label().zh(), total);
        }
        return row[0] == null
                ? new Part(CountedFact.NOBODY, CountedFact.NOBODY, total)
                : new Part((String) row[0], (String) row[1], total);
    }

    @Override
    public List<Row> rows(Figure figure, Span span, String after, int most) {
        FigureQuery query = new FigureQuery(figure, span);
        return figure.isOfFacts() ? facts(query, figure, after, most) : cases(query, after, most);
    }

    @Override
    public boolean isKey(Figure figure, String text) {
        return figure.isOfFacts() ? FactKey.parse(text).isPresent() : CaseNumbers.isWellFormed(text);
    }

    private List<Row> cases(FigureQuery query, String after, int most) {
        query.after(after);
        return query
                .run(CASES, " ORDER BY x.number", Object[].class, entities)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Row(
                        (String) row[0],
                        true,
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        (CaseState) row[4],
                        (Instant) row[5],
                        (LocalDate) row[6],
                        (LocalDate) row[7],
                        null))
                .toList();
    }

    private List<Row> facts(FigureQuery query, Figure figure, String after, int most) {
        if (!after.isEmpty()) {
            query.after(FactKey.parse(after).orElseThrow());
        }
        String day = query.day();
        List<Object[]> found = query.each().stream()
                .flatMap(each -> each
                        .run(
                                "SELECT " + day + FACTS + each.mark(),
                                " ORDER BY " + day + ", x.number, x.step",
                                Object[].class,
                                entities)
                        .setMaxResults(most)
                        .getResultList()
                        .stream())
                .sorted(Comparator.comparing(row -> key(row).text()))
                .limit(most)
                .toList();
        Map<String, Object[]> applicants =
                applicants(found.stream().map(row -> (String) row[1]).distinct().toList(), entities);
        return found.stream()
                .map(row -> fact(row, figure, applicants.getOrDefault((String) row[1], new Object[3])))
                .toList();
    }

    private static FactKey key(Object[] row) {
        return new FactKey((LocalDate) row[0], (String) row[1], (Integer) row[2]);
    }

    private static Row fact(Object[] row, Figure figure, Object[] applicant) {
        boolean isMarked = ((Number) row[MARK]).intValue() == 1;
        return new Row(
                key(row).text(),
                figure.mark() == null || isMarked == figure.countsMarked(),
                (String) row[1],
                (String) row[3],
                (String) applicant[1],
                (Boolean) applicant[2],
                (CaseState) row[4],
                (Instant) row[5],
                (LocalDate) row[6],
                (LocalDate) row[7],
                (LocalDate) row[UNTIL]);
    }

    /** Who applied, as the cases say: what happened to a case stays counted when that is kept no longer. */
    static Map<String, Object[]> applicants(List<String> numbers, EntityManager entities) {
        Map<String, Object[]> found = new HashMap<>();
        for (int i = 0; i < numbers.size(); i += MANY) {
            entities.createQuery(APPLICANTS, Object[].class)
                    .setParameter("numbers", new ArrayList<>(numbers.subList(i, Math.min(i + MANY, numbers.size()))))
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], row));
        }
        return found;
    }
}
