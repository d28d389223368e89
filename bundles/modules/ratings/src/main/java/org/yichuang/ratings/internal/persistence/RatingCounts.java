package org.yichuang.ratings.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Counts ratings and follow-ups, each figure along an index over its days. */
public class RatingCounts {
    private final EntityManager entities;

    public RatingCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** What they are told apart by. */
    public enum Attribute {
        DAY(""),
        ITEM("c.item"),
        DEPARTMENT("c.department"),
        WINDOW("c.window"),
        CHANNEL("c.channel"),
        SOURCE("c.source"),
        SERVICE("c.event");

        private final String column;

        Attribute(String column) {
            this.column = column;
        }
    }

    /**
     * What is counted.
     *
     * @param only what it is narrowed to, by attribute: any of these values
     */
    public record Span(LocalDate first, LocalDate last, Map<Attribute, Set<String>> only) {}

    /**
     * A part of a figure.
     *
     * @param key the value of the attribute
     * @param name what people call it
     * @param all how many rows
     * @param counted how many of them are in the numerator
     */
    public record Part(String key, String name, long all, long counted) {}

    /**
     * A row behind a figure.
     *
     * @param grade what was said, empty for nothing and where rows tell nothing of it
     * @param source how it has come in, likewise
     */
    public record Row(
            String id,
            LocalDate day,
            String itemName,
            String department,
            String window,
            String channel,
            String grade,
            String source,
            boolean counted) {}

    /** How many rows a figure has. */
    public long all(Counted figure, Span span) {
        return query("select count(c)", figure, figure.all(), span, "", Long.class)
                .getSingleResult();
    }

    /** How many of them are in its numerator. */
    public long counted(Counted figure, Span span) {
        return figure.counted().isEmpty()
                ? all(figure, span)
                : query("select count(c)", figure, numerator(figure), span, "", Long.class)
                        .getSingleResult();
    }

    private static String numerator(Counted figure) {
        return figure.all() + " and (" + figure.counted() + ")";
    }

    /** The largest parts, or the days in their order. */
    public List<Part> parts(Counted figure, Attribute by, Span span, int most) {
        String key = by == Attribute.DAY ? figure.day() : by.column;
        String name = by == Attribute.ITEM ? "max(c.itemName)" : key;
        String order = by == Attribute.DAY ? key : "count(c) desc, " + key;
        String select = "select " + key + ", " + name + ", count(c)";
        List<Object[]> found = query(
                        select, figure, figure.all(), span, " group by " + key + " order by " + order, Object[].class)
                .setMaxResults(most)
                .getResultList();
        Map<Object, Long> counted = figure.counted().isEmpty()
                ? Map.of()
                : query(select, figure, numerator(figure), span, " group by " + key, Object[].class)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> row[0], row -> (Long) row[2]));
        return found.stream()
                .map(row -> new Part(
                        row[0].toString(),
                        row[1].toString(),
                        (Long) row[2],
                        figure.counted().isEmpty() ? (Long) row[2] : counted.getOrDefault(row[0], 0L)))
                .toList();
    }

    /** Up to so many rows, by their ids, after one. */
    public List<Row> rows(Counted figure, Span span, String after, int most) {
        List<Object[]> found = query(
                        "select c.id, " + figure.day() + ", c.itemName, c.department, c.window, c.channel"
                                + figure.said(),
                        figure,
                        figure.all() + " and c.id > :after",
                        span,
                        " order by c.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
        if (found.isEmpty()) {
            return List.of();
        }
        Set<String> counted = figure.counted().isEmpty()
                ? found.stream().map(row -> (String) row[0]).collect(Collectors.toSet())
                : Set.copyOf(query(
                                "select c.id", figure, numerator(figure) + " and c.id in :ids", span, "", String.class)
                        .setParameter(
                                "ids",
                                found.stream().map(row -> (String) row[0]).toList())
                        .getResultList());
        return found.stream()
                .map(row -> new Row(
                        (String) row[0],
                        (LocalDate) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        figure.isSaid() ? (String) row[6] : "",
                        figure.isSaid() ? (String) row[7] : "",
                        counted.contains((String) row[0])))
                .toList();
    }

    private <T> TypedQuery<T> query(String select, Counted figure, String which, Span span, String end, Class<T> type) {
        String narrowed = span.only().keySet().stream()
                .map(each -> " and " + each.column + " in :only" + each.name())
                .collect(Collectors.joining());
        TypedQuery<T> query = entities.createQuery(
                        select + " from " + figure.entity() + " c where " + figure.day()
                                + " between :first and :last and " + which + narrowed + end,
                        type)
                .setParameter("first", span.first())
                .setParameter("last", span.last());
        Counted.parameters(which).forEach(name -> query.setParameter(name, Counted.value(name)));
        span.only().forEach((each, values) -> query.setParameter("only" + each.name(), values));
        return query;
    }
}
