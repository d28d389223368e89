package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.Figure;

/** Counts in the table {@code CASES_CASE}, each figure along an index of its own. */
public class JpaCaseCounts implements CaseCounts {
    private static final String FROM = " FROM CaseFile c WHERE ";
    private static final String RECEIVED = "c.number >= :from AND c.number < :before";
    private static final String ACCEPTED = "c.acceptedOn BETWEEN :first AND :last";
    private static final String DECIDED = "c.decidedOn BETWEEN :first AND :last";
    private static final String DONE = "c.endedOn BETWEEN :first AND :last";
    private static final String OPEN = "c.endedOn IS NULL";
    private static final String ROW =
            "SELECT c.number, c.itemName, c.applicant, c.person, c.state, c.receivedAt, c.acceptedOn, c.decidedOn, c.due, c.late";

    /** JPQL would compare with a parameter, and write a number for it within CASE, which is no truth value to Derby. */
    private static final String PUNCTUAL = "SQL('CASE WHEN ? THEN 0 ELSE 1 END', c.late)";

    /** A day in a number, e.g. {@code 20260914}. */
    private static final int DAY_CHARACTERS = 8;

    private final EntityManager entities;

    public JpaCaseCounts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public long count(Figure figure, Span span) {
        return query("SELECT COUNT(c)", figure, span, "", Long.class).getSingleResult();
    }

    @Override
    public List<Part> byDay(Figure figure, Span span) {
        String day =
                switch (figure) {
                    case RECEIVED -> dayInNumber(span);
                    case ACCEPTED -> "c.acceptedOn";
                    case DECIDED -> "c.decidedOn";
                    default -> "c.endedOn";
                };
        return parts(day, day, figure, span, " ORDER BY " + day).getResultList().stream()
                .map(row -> part(day(row[0]).toString(), day(row[0]).toString(), row))
                .toList();
    }

    /** The day of receipt has no column, but stands in the number; in SQL, since PostgreSQL groups by no parameters. */
    private static String dayInNumber(Span span) {
        int begin = CaseNumbers.from(span.division(), span.first()).length() - DAY_CHARACTERS;
        return "SQL('SUBSTR(?, " + begin + ", " + DAY_CHARACTERS + ")', c.number)";
    }

    private static LocalDate day(Object found) {
        return found instanceof LocalDate day ? day : LocalDate.parse((String) found, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private TypedQuery<Object[]> parts(String key, String name, Figure figure, Span span, String order) {
        return query(
                "SELECT " + key + ", " + name + ", COUNT(c), SUM(" + PUNCTUAL + ")",
                figure,
                span,
                " GROUP BY " + key + order,
                Object[].class);
    }

    private static Part part(String key, String name, Object[] row) {
        return new Part(key, name, (Long) row[2], ((Number) row[3]).longValue());
    }

    @Override
    public Map<CaseState, Long> byState(Span span) {
        Map<CaseState, Long> states = new EnumMap<>(CaseState.class);
        query("SELECT c.state, COUNT(c)", Figure.RECEIVED, span, " GROUP BY c.state", Object[].class)
                .getResultList()
                .forEach(row -> states.put((CaseState) row[0], (Long) row[1]));
        return states;
    }

    @Override
    public List<Part> by(Attribute attribute, Figure figure, Span span, int most) {
        String column =
                switch (attribute) {
                    case ITEM -> "c.item";
                    case DEPARTMENT -> "c.department";
                    case STATE -> "c.state";
                };
        String name = attribute == Attribute.ITEM ? "MAX(c.itemName)" : column;
        return parts(column, name, figure, span, " ORDER BY COUNT(c) DESC, " + column)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> row[0] instanceof CaseState state
                        ? part(state.name(), state.label().zh(), row)
                        : part((String) row[0], (String) row[1], row))
                .toList();
    }

    @Override
    public List<Row> rows(Figure figure, Span span, String after, int most) {
        return query(ROW, figure, span, " AND c.number > :after ORDER BY c.number", Object[].class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        (CaseState) row[4],
                        (Instant) row[5],
                        (LocalDate) row[6],
                        (LocalDate) row[7],
                        (LocalDate) row[8],
                        (Boolean) row[9]))
                .toList();
    }

    private <T> TypedQuery<T> query(String select, Figure figure, Span span, String end, Class<T> type) {
        Map<String, Object> only = new LinkedHashMap<>();
        only.put("item", span.item());
        only.put("state", span.state());
        only.values().removeIf(Objects::isNull);
        String narrowed = only.keySet().stream()
                .map(name -> " AND c." + name + " = :" + name)
                .collect(Collectors.joining());
        if (!span.departments().isEmpty()) {
            narrowed += " AND c.department IN :departments";
            only.put("departments", span.departments());
        }
        TypedQuery<T> query = entities.createQuery(select + FROM + counted(figure) + narrowed + end, type);
        only.forEach(query::setParameter);
        switch (figure) {
            case RECEIVED -> query.setParameter("from", CaseNumbers.from(span.division(), span.first()))
                    .setParameter(
                            "before",
                            CaseNumbers.from(span.division(), span.last().plusDays(1)));
            case ACCEPTED, DECIDED, DONE -> days(query, span);
                // A literal would be written as a number, which is no truth value to Derby
            case ON_TIME -> days(query, span).setParameter("late", false);
            case OVERDUE -> query.setParameter("today", span.last());
            case OPEN -> {}
        }
        return query;
    }

    private static <T> TypedQuery<T> days(TypedQuery<T> query, Span span) {
        return query.setParameter("first", span.first()).setParameter("last", span.last());
    }

    private static String counted(Figure figure) {
        return switch (figure) {
            case RECEIVED -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case DECIDED -> DECIDED;
            case DONE -> DONE;
            case ON_TIME -> DONE + " AND c.late = :late";
            case OPEN -> OPEN;
            case OVERDUE -> "c.due < :today AND " + OPEN;
        };
    }
}
