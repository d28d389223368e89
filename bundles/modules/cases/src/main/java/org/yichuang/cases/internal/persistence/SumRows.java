package org.yichuang.cases.internal.persistence;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/**
 * What has happened on past days, added up by day and by month, so that figures take as long where there are many cases
 * as where there are few. A row of {@code CASES_UPKEEP} says up to which day that is done; what has happened since is
 * counted from the facts themselves. Nothing of those days changes any more but by the upkeep, which sets that row back
 * in the same transaction: so both together are exact at every moment, and no step waits for a row of sums.
 */
public class SumRows {
    /** Of what the upkeep notes: the last day that is added up. */
    public static final String TASK = "sums";

    /** Of the working days that are charged to somebody, beside the facts. */
    static final String SPELL = "SPELL";

    static final String ALL = "ALL";
    static final String WHOLE = "-";

    /** A step that began before midnight has long been committed, or rolled back, a whole day later. */
    private static final int DAYS_BEHIND = 2;

    private static final String DAY = "D";
    private static final String MONTH = "M";
    private static final String COLUMNS = "TENANT, FACT, ATTRIBUTE, SPAN, STARTS, PART, NAME, N, LATE, EARLY, SAME_DAY,"
            + " INSTANT, ONLINE, AFTERWARDS, RESULTED";
    private static final String FACTS =
            Stream.of(Fact.values()).map(fact -> "'" + fact + "'").collect(Collectors.joining(", "));
    private static final String IN_SUMS = " FROM CASES_SUM WHERE TENANT=? AND FACT IN (" + FACTS + ", '" + SPELL
            + "') AND ATTRIBUTE IN ('ALL', 'ITEM', 'DEPARTMENT', 'WINDOW', 'PERSON', 'CHANNEL', 'STATE', 'CAUSE')"
            + " AND SPAN=? AND STARTS>=? AND STARTS<=?";
    private static final String ADD_MONTHS = "INSERT INTO CASES_SUM (" + COLUMNS
            + ") SELECT TENANT, FACT, ATTRIBUTE, '" + MONTH + "', CAST(? AS DATE), PART, MAX(NAME), SUM(N), SUM(LATE),"
            + " SUM(EARLY), SUM(SAME_DAY), SUM(INSTANT), SUM(ONLINE), SUM(AFTERWARDS), SUM(RESULTED)" + IN_SUMS
            + " GROUP BY TENANT, FACT, ATTRIBUTE, PART";

    /** By what facts are told apart, and the columns that say it. */
    private static final Map<String, String> OF_FACTS = columns(
            ALL,
            "",
            "ITEM",
            "ITEM",
            "DEPARTMENT",
            "DEPARTMENT",
            "WINDOW",
            "WINDOW_NAME",
            "PERSON",
            "PERSON",
            "CHANNEL",
            "CHANNEL",
            "STATE",
            "STATE");

    private static final Map<String, String> OF_SPELLS = columns(
            ALL,
            "",
            "ITEM",
            "ITEM",
            "DEPARTMENT",
            "DEPARTMENT",
            "WINDOW",
            "WINDOW_NAME",
            "PERSON",
            "PERSON",
            "CHANNEL",
            "CHANNEL",
            "CAUSE",
            "CAUSE");

    private static final String ADD_FACTS = add(
            OF_FACTS,
            "FACT",
            "COUNTED_ON",
            "COUNT(*), SUM(LATE), SUM(EARLY), SUM(SAME_DAY), SUM(INSTANT), SUM(ONLINE), SUM(AFTERWARDS),"
                    + " SUM(RESULTED)"
                    + " FROM CASES_FACT WHERE TENANT=? AND FACT IN (" + FACTS + ")");
    private static final String ADD_SPELLS = add(
            OF_SPELLS, "'" + SPELL + "'", "ENDED_ON", "SUM(DAYS), 0, 0, 0, 0, 0, 0, 0 FROM CASES_SPELL WHERE TENANT=?");

    /** What there is of each day, less what was added up of it. */
    private static final String OTHERWISE = "SELECT MIN(DAY) FROM (SELECT DAY FROM ("
            + "SELECT COUNTED_ON AS DAY, FACT, COUNT(*) AS N, SUM(LATE) AS LATE, SUM(EARLY) AS EARLY,"
            + " SUM(SAME_DAY) AS SAME_DAY FROM CASES_FACT WHERE TENANT=? AND FACT IN (" + FACTS
            + ") AND COUNTED_ON>=? AND COUNTED_ON<=? GROUP BY COUNTED_ON, FACT"
            + " UNION ALL SELECT ENDED_ON AS DAY, '" + SPELL + "' AS FACT, SUM(DAYS) AS N, 0 AS LATE, 0 AS EARLY,"
            + " 0 AS SAME_DAY FROM CASES_SPELL WHERE TENANT=? AND ENDED_ON>=? AND ENDED_ON<=? GROUP BY ENDED_ON"
            + " UNION ALL SELECT STARTS AS DAY, FACT, -N AS N, -LATE AS LATE, -EARLY AS EARLY, -SAME_DAY AS SAME_DAY"
            + " FROM CASES_SUM WHERE TENANT=? AND FACT IN (" + FACTS + ", '" + SPELL + "') AND ATTRIBUTE='ALL'"
            + " AND SPAN='D' AND STARTS>=? AND STARTS<=?) P GROUP BY DAY, FACT"
            + " HAVING SUM(N)<>0 OR SUM(LATE)<>0 OR SUM(EARLY)<>0 OR SUM(SAME_DAY)<>0) D";

    private static final String BEGINNING =
            "SELECT MIN(DAY) FROM (SELECT MIN(COUNTED_ON) AS DAY FROM CASES_FACT WHERE TENANT=?"
                    + " UNION ALL SELECT MIN(ENDED_ON) AS DAY FROM CASES_SPELL WHERE TENANT=?) T";

    private final UnitOfWork unit;

    public SumRows(UnitOfWork unit) {
        this.unit = unit;
    }

    private static Map<String, String> columns(String... pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put(pairs[i], pairs[i + 1]);
        }
        return columns;
    }

    /** The last day that is noted as added up; it lies ahead after a clock was moved on and back. */
    public Optional<LocalDate> noted() {
        return new UpkeepRows().doneFor(unit, TASK).map(LocalDate::parse);
    }

    /** The last day of which the sums count, which is never one that is not over; none where nothing is added up. */
    public Optional<LocalDate> until() {
        LocalDate last = last(unit.context());
        return noted().map(day -> day.isBefore(last) ? day : last);
    }

    /** The last day that is added up: by then whatever was begun on it has committed. */
    public static LocalDate last(CallContext context) {
        return context.today().minusDays(DAYS_BEHIND);
    }

    /** The first day on which anything has happened. */
    public Optional<LocalDate> beginning() {
        try (PreparedStatement statement = unit.connection().prepareStatement(BEGINNING)) {
            statement.setString(1, tenant());
            statement.setString(2, tenant());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The facts cannot be read", e);
        }
    }

    /** The first of some days of which something else was added up than there is; none where all is well. */
    public Optional<LocalDate> otherwise(LocalDate from, LocalDate to) {
        try (PreparedStatement statement = unit.connection().prepareStatement(OTHERWISE)) {
            set(statement, List.of(tenant(), from, to, tenant(), from, to, tenant(), from, to));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is added up cannot be read", e);
        }
    }

    /**
     * Adds up some days, and the months that are over with them.
     *
     * @param until the last day that is added up then
     */
    public void fold(LocalDate from, LocalDate to, LocalDate until) {
        try {
            run("DELETE" + IN_SUMS, tenant(), DAY, from, to);
            run(ADD_FACTS, each(OF_FACTS, from, to));
            run(ADD_SPELLS, each(OF_SPELLS, from, to));
            for (LocalDate month = from.withDayOfMonth(1);
                    !end(month).isAfter(until) && !month.isAfter(to);
                    month = month.plusMonths(1)) {
                run("DELETE" + IN_SUMS, tenant(), MONTH, month, month);
                run(ADD_MONTHS, month, tenant(), DAY, month, end(month));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What has happened cannot be added up", e);
        }
    }

    /** What each part of a statement asks for. */
    private Object[] each(Map<String, String> attributes, LocalDate from, LocalDate to) {
        return attributes.keySet().stream()
                .flatMap(attribute -> Stream.of(tenant(), from, to))
                .toArray();
    }

    /** One statement for all attributes: the days of a centre are added up every night. */
    private static String add(Map<String, String> attributes, String fact, String day, String rest) {
        return attributes.entrySet().stream()
                .map(attribute -> days(attribute, fact, day, rest))
                .collect(Collectors.joining(" UNION ALL ", "INSERT INTO CASES_SUM (" + COLUMNS + ") ", ""));
    }

    private static String days(Map.Entry<String, String> attribute, String fact, String day, String rest) {
        boolean isWhole = attribute.getKey().equals(ALL);
        String part = isWhole ? "'" + WHOLE + "'" : attribute.getValue();
        String name = attribute.getKey().equals("ITEM") ? "MAX(ITEM_NAME)" : "''";
        // Derby makes words of different length as long as the longest one of them, with blanks
        String word = "CAST('" + attribute.getKey() + "' AS VARCHAR(12))";
        return "SELECT TENANT, " + fact + ", " + word + ", '" + DAY + "', " + day + ", " + part + ", "
                + name + ", " + rest + " AND " + day + ">=? AND " + day + "<=? GROUP BY TENANT, "
                + (fact.startsWith("'") ? "" : fact + ", ") + day + (isWhole ? "" : ", " + part);
    }

    private static LocalDate end(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }

    /**
     * Lets the days from the first one of some on be counted from the facts, as something has been changed on them: the
     * upkeep adds each up anew once, however many cases have been changed.
     */
    public void reopen(Collection<LocalDate> days) {
        days.stream()
                .min(Comparator.naturalOrder())
                .filter(first -> noted().filter(last -> !first.isAfter(last)).isPresent())
                .ifPresent(first ->
                        new UpkeepRows().done(unit, TASK, first.minusDays(1).toString()));
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            set(statement, List.of(values));
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof LocalDate day) {
                statement.setDate(i + 1, Date.valueOf(day));
            } else {
                statement.setString(i + 1, value.toString());
            }
        }
    }

    /**
     * What is added up of one kind of fact.
     *
     * @param fact which
     * @param attribute by what it is told apart, or narrowed
     * @param parts only these; none for all
     * @param mark the column of what divides the rows; {@code N} where nothing does
     */
    record Wanted(String fact, String attribute, Set<String> parts, String mark) {}

    /** A sum of a part. */
    record Sum(String name, long all, long marked) {
        Sum plus(Sum other) {
            String latest = name.compareTo(other.name) > 0 ? name : other.name;
            return new Sum(latest, all + other.all, marked + other.marked);
        }
    }

    /** Some days or months that are added up. */
    private record Range(String span, LocalDate from, LocalDate to) {}

    /** Adds up the days up to the last one, by part. */
    Map<String, Sum> byPart(Wanted wanted, LocalDate first, LocalDate last) {
        return read(wanted, "PART", ranges(first, last));
    }

    /** The same by day. */
    Map<String, Sum> byDay(Wanted wanted, LocalDate first, LocalDate last) {
        return read(wanted, "STARTS", List.of(new Range(DAY, first, last)));
    }

    private static List<Range> ranges(LocalDate first, LocalDate last) {
        LocalDate month =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        LocalDate open = end(last).equals(last) ? last.plusDays(1) : last.withDayOfMonth(1);
        if (!month.isBefore(open)) {
            return List.of(new Range(DAY, first, last));
        }
        List<Range> ranges = new ArrayList<>();
        if (first.isBefore(month)) {
            ranges.add(new Range(DAY, first, month.minusDays(1)));
        }
        ranges.add(new Range(MONTH, month, open.minusMonths(1)));
        if (!open.isAfter(last)) {
            ranges.add(new Range(DAY, open, last));
        }
        return ranges;
    }

    private Map<String, Sum> read(Wanted wanted, String key, List<Range> ranges) {
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Range range : ranges) {
            String narrowed = wanted.parts().isEmpty()
                    ? ""
                    : " AND PART IN ("
                            + String.join(
                                    ",", Collections.nCopies(wanted.parts().size(), "?")) + ")";
            parts.add("SELECT " + key + " AS ID, NAME, N, " + wanted.mark() + " AS MARKED FROM CASES_SUM WHERE TENANT=?"
                    + " AND FACT=? AND ATTRIBUTE=? AND SPAN=? AND STARTS>=? AND STARTS<=?" + narrowed);
            values.addAll(List.of(tenant(), wanted.fact(), wanted.attribute(), range.span(), range.from(), range.to()));
            values.addAll(wanted.parts());
        }
        String sql = "SELECT ID, MAX(NAME), SUM(N), SUM(MARKED) FROM (" + String.join(" UNION ALL ", parts)
                + ") T GROUP BY ID";
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            set(statement, values);
            Map<String, Sum> sums = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sums.put(row.getString(1), new Sum(row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException("What is added up cannot be read", e);
        }
    }

    private String tenant() {
        return unit.context().tenant().value();
    }
}
