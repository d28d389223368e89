package org.yichuang.licences.internal.persistence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Licence;

/** Counts the results of a unit's centre. */
public final class LicenceCounts {
    /** What is counted. */
    public enum Figure {
        /** What was made out here in a period, whatever has become of it. */
        GRANTED("l.madeAt = '' and l.grantedOn between :first and :last"),
        /** What was made out here and is in force now. */
        IN_FORCE("l.madeAt = '' and l.state = :valid and (l.validUntil >= :last or l.renewal <> '')");

        private final String condition;

        Figure(String condition) {
            this.condition = condition;
        }
    }

    /** By what it is taken apart. */
    public enum Attribute {
        DAY("l.grantedOn"),
        ITEM("l.item"),
        DEPARTMENT("l.department"),
        KIND("l.kind"),
        STATE("l.state");

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
    public record Span(LocalDate first, LocalDate last, Map<Attribute, Set<String>> only) {
        public Span {
            EnumMap<Attribute, Set<String>> copy = new EnumMap<>(Attribute.class);
            copy.putAll(only);
            only = copy;
        }
    }

    /** A part: the value of the attribute, what people call it, and how many rows it has. */
    public record Part(String key, String name, long counted) {}

    private final EntityManager entities;

    public LicenceCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** How many rows a figure has. */
    public long count(Figure figure, Span span) {
        return query("select count(l)", figure, span, "", Long.class).getSingleResult();
    }

    /** The largest parts, or the days in their order. */
    public List<Part> parts(Figure figure, Attribute by, Span span, int most) {
        String key = by.column;
        String name = by == Attribute.ITEM ? "max(l.itemName)" : key;
        String order = by == Attribute.DAY ? key : "count(l) desc, " + key;
        String select = "select " + key + ", " + name + ", count(l)";
        return query(select, figure, span, " group by " + key + " order by " + order, Object[].class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Part(row[0].toString(), row[1].toString(), (Long) row[2]))
                .toList();
    }

    /** Up to so many rows, by their numbers in the register, after one. */
    public List<Licence> rows(Figure figure, Span span, String after, int most) {
        return query("select l", figure, span, " and l.id > :after order by l.id", Licence.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String select, Figure figure, Span span, String end, Class<T> type) {
        String narrowed = span.only().keySet().stream()
                .map(each -> " and " + each.column + " in :only" + each.name())
                .collect(Collectors.joining());
        TypedQuery<T> query = entities.createQuery(
                        select + " from Licence l where " + figure.condition + narrowed + end, type)
                .setParameter("last", span.last());
        if (figure == Figure.GRANTED) {
            query.setParameter("first", span.first());
        } else {
            query.setParameter("valid", LicenceState.VALID);
        }
        span.only().forEach((each, values) -> query.setParameter("only" + each.name(), values(each, values)));
        return query;
    }

    private static Set<?> values(Attribute of, Set<String> values) {
        return of == Attribute.STATE
                ? values.stream().map(LicenceState::valueOf).collect(Collectors.toSet())
                : values;
    }
}
