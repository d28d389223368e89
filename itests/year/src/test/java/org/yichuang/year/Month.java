package org.yichuang.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.year.check.Checker;
import org.yichuang.year.check.Ratings;

/** The figures of a month at every centre, in all and by item, as the platform says them at a moment. */
final class Month {
    private static final int MOST = 100;
    private static final String TIME = "time";
    private static final String TIME_OF = "time of ";
    /** By what working days are told apart besides. */
    private static final List<String> BY = List.of("cause", "department");

    private static final String OF_RATINGS = "ratings.";
    /** What is no rate of them. */
    private static final List<String> COUNTS = List.of("unanswered", "bad", "set-aside", "complaints-refused");

    private static final String OF_RESULTS = "licences.";
    private static final String DAILY = "daily-rate";
    /** What rates are of. */
    private static final Map<String, String> WHOLES = Map.of(
            "on-time", "done",
            "early", "done",
            "captured", "done",
            "same-day", "accepted",
            "instant", "received",
            "online", "received",
            "online-reviewed-on-time", "online-reviewed",
            "answered-on-time", "answered",
            "visits-kept", "visited",
            "delivered-on-time", "delivered");
    /** What of those received is over, and what of those concluded has a result. */
    private static final Map<String, String> ENDS = Map.of("end-rate", "received", "resulted", "done");

    private final LocalDate from;
    private final LocalDate to;
    private final LocalDateTime moment;
    private final Map<Key, Fraction> said = new LinkedHashMap<>();

    /** By which way cases have come in. */
    private static final String CHANNEL = "channel";

    private record Key(String centre, String figure, String item, String department, String channel) {
        Key(String centre, String figure, String item) {
            this(centre, figure, item, "", "");
        }
    }

    /** @param isPast whether what is of no day but of the moment is left out */
    Month(World world, LocalDate from, LocalDate to, boolean isPast) {
        this.from = from;
        this.to = to;
        moment = LocalDateTime.ofInstant(world.centres.now(), CallContext.ZONE);
        for (Tenant centre : world.centres.all()) {
            CallContext call = world.as("centre-manager", centre.id());
            Stream.of(world.indicators(), world.register.indicators(), world.ratings.indicators)
                    .flatMap(List::stream)
                    .filter(indicator -> !isPast || !indicator.definition().present())
                    .forEach(indicator -> ask(world, call, indicator));
        }
    }

    private void ask(World world, CallContext call, Indicator indicator) {
        String figure = indicator.definition().id().replace("cases.", "");
        boolean isKnown =
                Ratings.FIGURES.contains(figure.replace(OF_RATINGS, "")) && YearRatings.CENTRES.contains(call.tenant());
        if (figure.startsWith(OF_RATINGS) && !isKnown) {
            return;
        }
        Scope scope = Scope.all(new Period(from, to));
        said.put(
                new Key(call.tenant().value(), figure, ""),
                world.node.transactions().read(call, unit -> indicator.count(scope, unit)));
        for (Dimension by : indicator.definition().dimensions()) {
            boolean isOfCases = indicator.definition().id().startsWith("cases.");
            boolean isTime = indicator.definition().id().equals("cases." + TIME);
            if (by.equals(Dimension.ITEM)
                    || isTime && BY.contains(by.word())
                    || isOfCases && by.word().equals(CHANNEL)) {
                world.node
                        .transactions()
                        .read(call, unit -> indicator.groups(by, scope, MOST, unit))
                        .forEach(group ->
                                said.put(key(call.tenant().value(), figure, by.word(), group.key()), group.fraction()));
            }
        }
    }

    private static Key key(String centre, String figure, String by, String group) {
        return switch (by) {
            case "cause" -> new Key(centre, TIME_OF + group, "");
            case "department" -> new Key(centre, figure, "", group, "");
            case CHANNEL -> new Key(centre, figure, "", "", group);
            default -> new Key(centre, figure, group);
        };
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** When they were said. */
    LocalDateTime moment() {
        return moment;
    }

    /** What is no longer said as it was. */
    List<String> changed(Month later) {
        List<String> found = new ArrayList<>();
        later.said.forEach((key, fraction) -> {
            // which days were working days is asked of the calendar of today, and answers come when they come
            boolean isSaid = !key.figure().equals(DAILY) && !key.figure().startsWith(OF_RATINGS);
            if (isSaid && !fraction.equals(said.get(key))) {
                found.add(from + " " + key + ": said " + said.get(key) + ", says " + fraction);
            }
        });
        return found;
    }

    /** What was carried in, received or came again, and is neither concluded nor carried out, or the other way. */
    List<String> unbalanced(Month before) {
        List<String> found = new ArrayList<>();
        said.keySet().stream().map(Key::centre).distinct().forEach(centre -> {
            long in = of(centre, "carried-in") + of(centre, "received") + of(centre, "reopened");
            long out = of(centre, "done") + of(centre, "carried-out");
            boolean isOpen = of(centre, "open") == of(centre, "carried-out");
            if (in != out || !isOpen || of(centre, "carried-in") != before.of(centre, "carried-out")) {
                found.add(from + " " + centre + ": " + in + " in, " + out + " out, carried in "
                        + of(centre, "carried-in") + " of " + before.of(centre, "carried-out") + ", open "
                        + of(centre, "open") + " of " + of(centre, "carried-out"));
            }
        });
        return found;
    }

    private long of(String centre, String figure) {
        return said.get(new Key(centre, figure, "")).numerator();
    }

    /** What of it is not so. */
    List<String> differences(Checker checker, Ratings ratings) {
        List<String> found = new ArrayList<>();
        said.forEach((key, fraction) -> {
            Fraction counted = key.figure().startsWith(OF_RATINGS) ? counted(key, ratings) : counted(key, checker);
            if (!counted.equals(fraction)) {
                found.add(from + " " + key + ": says " + fraction + ", should be " + counted);
            }
        });
        return found;
    }

    private Fraction counted(Key key, Ratings ratings) {
        String figure = key.figure().replace(OF_RATINGS, "");
        long[] counted = ratings.count(figure, key.centre(), from, to, key.item());
        return COUNTS.contains(figure) ? Fraction.of(counted[1]) : new Fraction(counted[0], counted[1]);
    }

    private Fraction counted(Key key, Checker checker) {
        if (key.figure().startsWith(OF_RESULTS)) {
            String figure = key.figure().replace(OF_RESULTS, "");
            return Fraction.of(checker.register().count(figure, key.centre(), from, to, key.item()));
        }
        if (key.figure().equals(DAILY)) {
            List<Long> rates = checker.dailyRates(key.centre(), from, to);
            return new Fraction(rates.stream().mapToLong(rate -> rate).sum(), rates.size());
        }
        if (key.figure().startsWith(TIME)) {
            String holder = key.figure().replace(TIME_OF, "").replace(TIME, "");
            return Fraction.of(
                    checker.days(holder, key.centre(), from, to, key.item(), key.department(), key.channel()));
        }
        long counted = checker.count(key.figure(), key.centre(), from, to, key.item(), key.channel());
        String whole = WHOLES.getOrDefault(key.figure(), ENDS.get(key.figure()));
        return whole == null
                ? Fraction.of(counted)
                : new Fraction(counted, checker.count(whole, key.centre(), from, to, key.item(), key.channel()));
    }
}
