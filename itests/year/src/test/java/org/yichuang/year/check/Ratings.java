package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people were asked and have said at all centres, and what was done about it, told anew from the entries. */
public final class Ratings {
    /** The figures that are reckoned anew. */
    public static final Set<String> FIGURES = Set.of(
            "participation",
            "unanswered",
            "good",
            "bad",
            "set-aside",
            "good-on-call",
            "contacted",
            "rectified-on-time",
            "called-back",
            "complaints-on-time",
            "complaints-refused");

    /** Stands for the item of what is about none. */
    static final String NONE = "-";

    /** About what whoever has handed in at the window is asked. */
    private static final List<String> ASKED = List.of(
            "accepted",
            "deemed-accepted",
            "correction-notified",
            "upper-asked",
            "not-accepted",
            "refused",
            "issued",
            "delivered");

    /** The same of whoever has handed in online: once a case, and about notices. */
    private static final List<String> ASKED_ONLINE =
            List.of("correction-notified", "upper-asked", "not-accepted", "refused", "issued");

    private static final List<String> CONCLUDED =
            List.of("not-accepted", "refused", "issued", "withdrawn", "lapsed", "clearly-answered", "grant-ended");

    private final Map<String, List<Entry>> rated;
    private final Map<String, List<Entry>> followed;
    private final Map<String, List<Entry>> cases;
    private final Function<LocalDateTime, WorkDays> days;
    private final Set<String> centres;
    private final Map<String, Rated> ratings = new LinkedHashMap<>();
    private final Map<String, Followed> followUps = new LinkedHashMap<>();

    /**
     * @param rated the entries of ratings, by centre and id
     * @param followed those of what is followed up
     * @param cases those of cases
     * @param days the days as the notices had them at a moment
     * @param centres which ask
     */
    public Ratings(
            Map<String, List<Entry>> rated,
            Map<String, List<Entry>> followed,
            Map<String, List<Entry>> cases,
            Function<LocalDateTime, WorkDays> days,
            Set<String> centres) {
        this.centres = centres;
        this.rated = rated;
        this.followed = followed;
        this.cases = cases;
        this.days = days;
        rated.forEach((name, entries) -> {
            Rated one = new Rated(entries.get(0));
            entries.forEach(one::take);
            ratings.put(name, one);
        });
        followed.forEach((name, entries) -> {
            Followed one = new Followed(entries.get(0));
            entries.forEach(entry -> one.take(entry, days.apply(entry.at())));
            followUps.put(name, one);
        });
    }

    /** The days of a period. */
    record Days(LocalDate from, LocalDate to) {
        boolean has(LocalDate day) {
            return day != null && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** What one adds to a figure. */
    record Part(boolean isIn, boolean isCounted) {}

    static Part part(boolean isIn, boolean isCounted) {
        return new Part(isIn, isIn && isCounted);
    }

    /** The same of what was known at a moment. */
    public Ratings asOf(LocalDateTime moment) {
        return new Ratings(
                Checker.until(rated, moment),
                Checker.until(followed, moment),
                Checker.until(cases, moment),
                days,
                centres);
    }

    /** How often each event has happened at all centres. */
    public Map<String, Long> events() {
        Map<String, Long> all = new TreeMap<>(Checker.events(rated));
        all.putAll(Checker.events(followed));
        return all;
    }

    /**
     * How many a figure has, and how many of them are in its numerator.
     *
     * @param item only of this item; empty for all
     */
    public long[] count(String figure, String centre, LocalDate from, LocalDate to, String item) {
        Days period = new Days(from, to);
        List<Part> parts = Stream.concat(
                        ratings.values().stream()
                                .filter(one -> one.tenant.equals(centre) && one.isOf(item))
                                .map(one -> one.part(figure, period)),
                        followUps.values().stream()
                                .filter(one -> one.tenant.equals(centre) && one.isOf(item))
                                .map(one -> one.part(figure, period)))
                .filter(Part::isIn)
                .toList();
        return new long[] {parts.stream().filter(Part::isCounted).count(), parts.size()};
    }

    /** What is said of ratings and of what is followed up, and is not so; empty when all is well. */
    public List<String> differences() {
        List<String> found = new ArrayList<>();
        ratings.forEach((name, one) -> one.wrong.forEach(wrong -> found.add(name + ": " + wrong)));
        followUps.forEach((name, one) -> one.wrong.forEach(wrong -> found.add(name + ": " + wrong)));
        found.addAll(compared("asked", askable(), asked()));
        found.addAll(compared("called", concluded(), called()));
        Set<String> moments = new HashSet<>();
        followed.values().forEach(entries -> entries.forEach(entry -> moments.add(moment(entry))));
        rated.values().forEach(entries -> entries.stream()
                .filter(entry -> entry.event().startsWith("rated") && Rated.isBad(entry))
                .filter(entry -> !moments.contains(moment(entry)))
                .forEach(entry -> found.add(entry.tenant() + "/" + entry.id() + " is bad, and not followed up")));
        return found;
    }

    private static String moment(Entry entry) {
        return entry.tenant() + " " + entry.at();
    }

    /** Of what was handed in at a centre, each service of which somebody is asked. */
    private Map<String, Integer> askable() {
        Map<String, Integer> all = new TreeMap<>();
        cases.values().forEach(entries -> {
            Entry first = entries.get(0);
            List<String> services = first.actor().startsWith("applicant-") ? ASKED_ONLINE : ASKED;
            if (isHandedInWhereTheyAreAsked(first)) {
                entries.stream()
                        .filter(entry -> services.contains(entry.event()))
                        .forEach(entry -> all.merge(about(entry, entry.event()), 1, Integer::sum));
            }
        });
        return all;
    }

    private boolean isHandedInWhereTheyAreAsked(Entry first) {
        return first.event().equals("submitted") && centres.contains(first.tenant());
    }

    private Map<String, Integer> asked() {
        Map<String, Integer> all = new TreeMap<>();
        rated.values().forEach(entries -> entries.stream()
                .filter(entry -> entry.event().equals("asked"))
                .filter(entry -> !entry.fact("service").equals("asked-again"))
                .forEach(entry -> all.merge(about(entry, entry.fact("service")), 1, Integer::sum)));
        return all;
    }

    /** Once a case. */
    private Map<String, Integer> concluded() {
        Map<String, Integer> all = new TreeMap<>();
        cases.values().stream()
                .filter(entries -> isHandedInWhereTheyAreAsked(entries.get(0)))
                .flatMap(entries -> entries.stream()
                        .filter(entry -> CONCLUDED.contains(entry.event()))
                        .limit(1))
                .forEach(entry -> all.merge(about(entry, "call"), 1, Integer::sum));
        return all;
    }

    private Map<String, Integer> called() {
        Map<String, Integer> all = new TreeMap<>();
        followed.values().stream()
                .map(entries -> entries.get(0))
                .filter(entry -> entry.fact("kind").equals("CALL_BACK"))
                .forEach(entry -> all.merge(about(entry, "call"), 1, Integer::sum));
        return all;
    }

    private static String about(Entry entry, String what) {
        return entry.tenant() + " " + entry.day() + " " + entry.item() + " " + what;
    }

    private static List<String> compared(String what, Map<String, Integer> expected, Map<String, Integer> said) {
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(said.keySet());
        return all.stream()
                .filter(key -> !expected.getOrDefault(key, 0).equals(said.getOrDefault(key, 0)))
                .map(key -> what + " " + key + ": " + said.getOrDefault(key, 0) + ", should be "
                        + expected.getOrDefault(key, 0))
                .toList();
    }
}
