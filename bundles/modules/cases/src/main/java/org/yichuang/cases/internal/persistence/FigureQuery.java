package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CountedFact;
import org.yichuang.cases.internal.domain.Fact;
import org.yichuang.cases.internal.domain.Figure;

/** Which rows a figure counts, as a question to the database along an index of the figure. */
final class FigureQuery {
    /** What opens a case. */
    private static final Set<Fact> STOCK = Set.of(Fact.RECEIVED, Fact.REOPENED);

    /** What is concluded, and not delivered yet. */
    private static final Set<CaseState> READY = Set.of(CaseState.ISSUED, CaseState.REFUSED);

    private final Figure figure;
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();
    /** Whether it asks also for the receipts of cases as they stand. */
    private boolean isJoined;

    FigureQuery(Figure figure, Span span) {
        this.figure = figure;
        counted(span);
        span.only().forEach(this::narrow);
    }

    private void counted(Span span) {
        if (figure.isStock()) {
            LocalDate day = figure == Figure.CARRIED_IN ? span.first().minusDays(1) : span.last();
            and("x.fact IN :facts", "facts", STOCK);
            and("x.until > :day", "day", day);
            and("x.on <= :day", "day", day);
        } else if (figure.isOfFacts()) {
            and("x.fact = :fact", "fact", figure.fact());
            and("x.on >= :first", "first", span.first());
            and("x.on <= :last", "last", span.last());
            if (figure == Figure.LEFT_OPEN) {
                and("x.until > :last");
            }
        } else {
            present(span);
        }
    }

    private void present(Span span) {
        and("x.endedOn IS NULL");
        switch (figure) {
            case OPEN -> and("x.state NOT IN :ready", "ready", READY);
            case OVERDUE -> {
                and("x.due < :today", "today", span.last());
                and("x.state NOT IN :ready", "ready", READY);
            }
            case UNDELIVERED -> and("x.state IN :ready", "ready", READY);
            case HERE -> {
                // all that is not over
            }
            default -> throw new IllegalArgumentException(figure.name());
        }
    }

    private void narrow(Attribute attribute, Set<String> wanted) {
        if (attribute == Attribute.CHANNEL && !figure.isOfFacts() && !wanted.isEmpty()) {
            narrowChannels(wanted);
        } else if (!wanted.isEmpty()) {
            Set<?> of = attribute == Attribute.STATE
                    ? wanted.stream().map(CaseState::valueOf).collect(Collectors.toSet())
                    : wanted;
            and(column(attribute) + " IN :" + attribute.name(), attribute.name(), of);
        }
    }

    /** Cases from before say nothing of the way by which they came in. */
    private void narrowChannels(Set<String> wanted) {
        Set<CaseChannel> said = wanted.stream()
                .filter(word -> !word.equals(CountedFact.NOBODY))
                .map(CaseChannel::valueOf)
                .collect(Collectors.toSet());
        String unsaid = wanted.contains(CountedFact.NOBODY) ? "x.channel IS NULL" : "";
        if (said.isEmpty()) {
            and(unsaid);
        } else {
            and(
                    unsaid.isEmpty() ? "x.channel IN :channels" : "(" + unsaid + " OR x.channel IN :channels)",
                    "channels",
                    said);
        }
    }

    /** Where an attribute stands; of cases as they stand, window and person are those at which they were received. */
    String column(Attribute attribute) {
        boolean isOfReceipt = attribute == Attribute.WINDOW || attribute == Attribute.PERSON;
        if (isOfReceipt && !figure.isOfFacts() && !isJoined) {
            and("f.number = x.number");
            and("f.fact = :received", "received", Fact.RECEIVED);
            isJoined = true;
        }
        String of = isOfReceipt && isJoined ? "f" : "x";
        return switch (attribute) {
            case ITEM -> "x.item";
            case DEPARTMENT -> "x.department";
            case WINDOW -> of + ".window";
            case PERSON -> of + ".person";
            case CHANNEL -> "x.channel";
            case STATE -> "x.state";
        };
    }

    private void and(String condition) {
        where.append(where.length() == 0 ? " WHERE " : " AND ").append(condition);
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }

    /** The day by which the rows of what has happened are in order: what was open, by until when. */
    String day() {
        return figure.isStock() ? "x.until" : "x.on";
    }

    /** The questions whose rows, put together, are those of what has happened, each along an index in its order. */
    List<FigureQuery> each() {
        return figure.isStock()
                ? STOCK.stream()
                        .sorted()
                        .map(fact -> new FigureQuery(this, fact))
                        .toList()
                : List.of(this);
    }

    private FigureQuery(FigureQuery of, Fact fact) {
        figure = of.figure;
        where.append(of.where.toString().replace("x.fact IN :facts", "x.fact = :facts"));
        values.putAll(of.values);
        values.put("facts", fact);
    }

    /** Only rows after one of what has happened. */
    void after(FactKey key) {
        String day = day();
        and(day + " >= :afterDay", "afterDay", key.day());
        and("(" + day + " > :afterDay OR x.number > :afterNumber OR x.number = :afterNumber AND x.step > :afterStep)");
        values.put("afterNumber", key.number());
        values.put("afterStep", key.step());
    }

    /** Only cases after one. */
    void after(String number) {
        and("x.number > :afterNumber", "afterNumber", number);
    }

    /** What has to be added up to know how many rows count. */
    String marked() {
        return figure.mark() == null ? "COUNT(x)" : "SUM(" + mark() + ")";
    }

    /** The number that says of a row whether it counts; of a figure all of whose rows do, some other one. */
    String mark() {
        if (figure.mark() == null) {
            return "x.step";
        }
        return switch (figure.mark()) {
            case LATE -> "x.late";
            case EARLY -> "x.early";
            case SAME_DAY -> "x.sameDay";
            case INSTANT -> "x.instant";
            case ONLINE -> "x.online";
            case AFTERWARDS -> "x.afterwards";
            case RESULTED -> "x.resulted";
        };
    }

    <T> TypedQuery<T> run(String select, String end, Class<T> type, EntityManager entities) {
        String from = figure.isOfFacts() ? " FROM CountedFact x" : " FROM CaseFile x";
        if (isJoined) {
            from += ", CountedFact f";
        }
        TypedQuery<T> query = entities.createQuery(select + from + where + end, type);
        values.forEach(query::setParameter);
        return query;
    }

    /** The place of a row among those of what has happened: the day, the case, its step. */
    record FactKey(LocalDate day, String number, int step) {
        private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)/([^/]+)/(\\d{5})");

        /** Reads one; empty when it is none. */
        static Optional<FactKey> parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches() || !CaseNumbers.isWellFormed(parts.group(2))) {
                return Optional.empty();
            }
            try {
                LocalDate day = LocalDate.parse(parts.group(1));
                return Optional.of(new FactKey(day, parts.group(2), Integer.parseInt(parts.group(3))));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        /** Its text, in the order of the rows. */
        String text() {
            return day + "/" + number + "/" + String.format("%05d", step);
        }
    }
}
