package org.yichuang.indicators.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What is asked about a figure, as the parameters {@code from, to, by} and the dimensions' words say it, on pages and
 * in REST alike. Where no days are given, the last 30 are meant.
 *
 * @param scope what is to be counted
 * @param by what it is to be taken apart by, or null
 */
public record Question(Scope scope, Dimension by) {
    private static final int USUAL_DAYS = 30;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /**
     * Reads parameters.
     *
     * @param parameter gives a parameter's text, or empty
     * @param dimensions by which anything can be asked for
     * @throws ProblemException {@code parameter-unreadable}, {@code fields-invalid} for a period that is none
     */
    public static Question of(UnaryOperator<String> parameter, List<Dimension> dimensions, LocalDate today) {
        LocalDate to = day("to", parameter).orElse(today);
        LocalDate from = day("from", parameter).orElse(to.minusDays(USUAL_DAYS - 1L));
        Map<Dimension, Set<String>> only = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            String value = parameter.apply(dimension.word());
            if (!value.isEmpty()) {
                only.put(dimension, Set.of(value));
            }
        }
        return new Question(new Scope(new Period(from, to), only), by(parameter.apply("by"), dimensions));
    }

    /** The same as a query, without what it is taken apart by. */
    public String query() {
        StringBuilder query = new StringBuilder(
                "from=" + scope.period().from() + "&to=" + scope.period().to());
        scope.only()
                .forEach((dimension, values) -> values.forEach(value -> query.append('&')
                        .append(dimension.word())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    private static Dimension by(String word, List<Dimension> dimensions) {
        if (word.isEmpty()) {
            return null;
        }
        return dimensions.stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unreadable("by", LocalizedMessage.of(Question.class, "dimension.unknown")));
    }

    private static Optional<LocalDate> day(String name, UnaryOperator<String> parameter) {
        String text = parameter.apply(name);
        try {
            Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            if (day.filter(of -> of.getYear() < FIRST_YEAR || of.getYear() > LAST_YEAR)
                    .isPresent()) {
                throw unreadable(name, LocalizedMessage.of(Question.class, "day.out-of-range", FIRST_YEAR, LAST_YEAR));
            }
            return day;
        } catch (DateTimeParseException e) {
            throw unreadable(name, LocalizedMessage.of(Question.class, "day.malformed"));
        }
    }

    private static ProblemException unreadable(String name, LocalizedMessage message) {
        return ProblemException.field(CommonError.PARAMETER_UNREADABLE, name, message);
    }
}
