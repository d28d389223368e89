package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Total;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.SpellCounts;

/** Counts the working days of {@code CASES_SPELL}. */
public class JpaSpellCounts implements SpellCounts {
    private static final String OF = " FROM Spell x WHERE x.endedOn >= :first AND x.endedOn <= :last AND x.days > 0";
    private static final String ROW =
            "SELECT x.endedOn, x.number, x.step, x.cause, x.itemName, x.department, x.since, x.days";
    private static final String ORDER = " ORDER BY x.endedOn, x.number, x.step, x.cause";
    private static final String AFTER = " AND x.endedOn >= :day AND (x.endedOn > :day OR x.number > :number"
            + " OR x.number = :number AND (x.step > :step OR x.step = :step AND x.cause > :cause))";

    private final EntityManager entities;

    public JpaSpellCounts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public long count(Span span) {
        Number days = run("SELECT SUM(x.days)", span, "", Number.class).getSingleResult();
        return days == null ? 0 : days.longValue();
    }

    @Override
    public List<Part> by(Attribute attribute, Span span, int most) {
        String column = column(attribute);
        String name = attribute == Attribute.ITEM ? "MAX(x.number)" : column;
        String order = attribute == Attribute.DAY ? column : "SUM(x.days) DESC, " + column;
        List<Object[]> rows = run(
                        "SELECT " + column + ", " + name + ", SUM(x.days)",
                        span,
                        " GROUP BY " + column + " ORDER BY " + order,
                        Object[].class)
                .setMaxResults(most)
                .getResultList();
        if (attribute == Attribute.ITEM) {
            Map<String, String> names = JpaCaseCounts.itemNames("Spell", rows, entities);
            rows.forEach(row -> row[1] = names.get((String) row[1]));
        }
        return rows.stream()
                .map(row -> new Part(row[0].toString(), row[1].toString(), total(((Number) row[2]).longValue())))
                .toList();
    }

    private static Total total(long days) {
        return new Total(days, days);
    }

    private static String column(Attribute attribute) {
        return switch (attribute) {
            case DAY -> "x.endedOn";
            case CAUSE -> "x.cause";
            case ITEM -> "x.item";
            case DEPARTMENT -> "x.department";
            case WINDOW -> "x.window";
            case PERSON -> "x.person";
            case CHANNEL -> "x.channel";
        };
    }

    private <T> TypedQuery<T> run(String select, Span span, String end, Class<T> type) {
        StringBuilder text = new StringBuilder(select).append(OF);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first", span.first());
        values.put("last", span.last());
        span.only().forEach((attribute, wanted) -> {
            if (!wanted.isEmpty()) {
                text.append(" AND ").append(column(attribute)).append(" IN :").append(attribute.name());
                values.put(attribute.name(), attribute == Attribute.CAUSE ? causes(wanted) : wanted);
            }
        });
        TypedQuery<T> query = entities.createQuery(text + end, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static Set<Cause> causes(Set<String> names) {
        return names.stream().map(Cause::valueOf).collect(Collectors.toSet());
    }

    @Override
    public List<Row> rows(Span span, String after, int most) {
        Optional<SpellKey> key = SpellKey.parse(after);
        TypedQuery<Object[]> query = run(ROW, span, (key.isPresent() ? AFTER : "") + ORDER, Object[].class);
        key.ifPresent(place -> query.setParameter("day", place.day())
                .setParameter("number", place.number())
                .setParameter("step", place.step())
                .setParameter("cause", place.cause()));
        List<Object[]> found = query.setMaxResults(most).getResultList();
        Map<String, Object[]> applicants = JpaCaseCounts.applicants(
                found.stream().map(row -> (String) row[1]).distinct().toList(), entities);
        return found.stream()
                .map(row -> row(row, applicants.getOrDefault((String) row[1], new Object[3])))
                .toList();
    }

    private static Row row(Object[] row, Object[] applicant) {
        return new Row(
                new SpellKey((LocalDate) row[0], (String) row[1], (Integer) row[2], (Cause) row[3]).text(),
                (String) row[1],
                (String) row[4],
                (String) applicant[1],
                (Boolean) applicant[2],
                (Cause) row[3],
                (String) row[5],
                (LocalDate) row[6],
                (LocalDate) row[0],
                (Integer) row[7]);
    }

    @Override
    public boolean isKey(String text) {
        return SpellKey.parse(text).isPresent();
    }

    /** The place of a spell among all: its last day, the case, the step that has ended it, whom it is charged to. */
    private record SpellKey(LocalDate day, String number, int step, Cause cause) {
        private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)/([^/]+)/(\\d{5})/("
                + Arrays.stream(Cause.values()).map(Enum::name).collect(Collectors.joining("|"))
                + ")");

        static Optional<SpellKey> parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches() || !CaseNumbers.isWellFormed(parts.group(2))) {
                return Optional.empty();
            }
            try {
                return Optional.of(new SpellKey(
                        LocalDate.parse(parts.group(1)),
                        parts.group(2),
                        Integer.parseInt(parts.group(3)),
                        Cause.valueOf(parts.group(4))));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        String text() {
            return day + "/" + number + "/" + String.format("%05d", step) + "/" + cause.name();
        }
    }
}
