package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.internal.domain.LedgerEntry;

/** Adds entries of the ledger up, along the index over their days. */
public class EntrySums {
    private final EntityManager entities;

    public EntrySums(EntityManager entities) {
        this.entities = entities;
    }

    /** What they are told apart by. */
    public enum Attribute {
        DAY("e.bookedOn", "e.bookedOn"),
        UNIT("e.unit", "e.unit"),
        KIND("e.feeKind", "e.feeKind"),
        FEE("e.fee", "e.fee"),
        ITEM("e.item", "e.itemName");

        private final String column;
        private final String label;

        Attribute(String column, String label) {
            this.column = column;
            this.label = label;
        }
    }

    /**
     * What is added up.
     *
     * @param kinds entries of these
     * @param only what it is narrowed to, by attribute: any of these values
     */
    public record Span(Set<EntryKind> kinds, LocalDate first, LocalDate last, Map<Attribute, Set<String>> only) {}

    /**
     * A part.
     *
     * @param key the value of the attribute
     * @param name what people call it
     */
    public record Part(String key, String name, long fen) {}

    /** What all of them come to. */
    public long sum(Span span) {
        Long sum = query("select sum(e.fen)", span, "", "", Long.class).getSingleResult();
        return sum == null ? 0 : sum;
    }

    /** The largest parts; of days all of them, in their order. */
    public List<Part> parts(Attribute by, Span span, int most) {
        String label = by == Attribute.ITEM ? "max(" + by.label + ")" : by.label;
        String order = by == Attribute.DAY ? " order by e.bookedOn" : " order by sum(e.fen) desc, " + by.column;
        return query(
                        "select " + by.column + ", " + label + ", sum(e.fen)",
                        span,
                        "",
                        " group by " + by.column + order,
                        Object[].class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Part(row[0].toString(), row[1].toString(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** Entries, by their ids, from behind one. */
    public List<LedgerEntry> rows(Span span, String after, int most) {
        return query("select e", span, " and e.id > :after", " order by e.id", LedgerEntry.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String select, Span span, String more, String end, Class<T> type) {
        String narrowed = span.only().keySet().stream()
                .map(each -> " and " + each.column + " in :only" + each.name())
                .collect(Collectors.joining());
        TypedQuery<T> query = entities.createQuery(
                        select + " from LedgerEntry e where e.bookedOn between :first and :last and e.kind in :kinds"
                                + more + narrowed + end,
                        type)
                .setParameter("first", span.first())
                .setParameter("last", span.last())
                .setParameter("kinds", span.kinds().stream().map(Enum::name).toList());
        span.only().forEach((each, values) -> query.setParameter("only" + each.name(), values));
        return query;
    }
}
