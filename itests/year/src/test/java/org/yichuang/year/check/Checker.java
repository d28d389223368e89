package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.Level;

/**
 * Reckons anew, from the audit trail of all centres, the notices about days off and the definitions of items, what the
 * platform says of its cases. It knows nothing of the platform's own arithmetic.
 */
public final class Checker implements Facts {
    private static final long MILLION = 1_000_000;

    private final Map<String, List<Entry>> trail;
    private final NavigableMap<LocalDateTime, WorkDays> notices;
    private final Map<String, Story> stories = new LinkedHashMap<>();
    /** The cases of each centre, and those of each item there, by centre and code. */
    private final Map<String, List<Story>> centres = new LinkedHashMap<>();

    private final Rules rules;
    private final Register register;

    /**
     * What is known besides the trail.
     *
     * @param items the definitions, by code
     * @param levels of the centres
     * @param isStaff whether an account belongs to the staff of a centre
     * @param nights when somebody has looked which last days are near or over, in order
     */
    public record Rules(
            Map<String, ItemDefinition> items,
            Map<String, Level> levels,
            Predicate<String> isStaff,
            List<LocalDateTime> nights) {
        private Rules asOf(LocalDateTime moment) {
            return new Rules(
                    items,
                    levels,
                    isStaff,
                    nights.stream().filter(night -> night.isBefore(moment)).toList());
        }
    }

    /**
     * @param trail the entries of all cases, by centre and number
     * @param notices what held from which moment on
     */
    public Checker(Map<String, List<Entry>> trail, List<Notice> notices, Rules rules) {
        this(trail, notices, new Register(Map.of(), trail, rules.items()), rules);
    }

    /** @param register what has become of results */
    public Checker(Map<String, List<Entry>> trail, List<Notice> notices, Register register, Rules rules) {
        this(
                trail,
                new TreeMap<>(notices.stream().collect(Collectors.toMap(Notice::from, Notice::days))),
                register,
                rules);
    }

    private Checker(
            Map<String, List<Entry>> trail,
            NavigableMap<LocalDateTime, WorkDays> notices,
            Register register,
            Rules rules) {
        this.register = register;
        this.trail = trail;
        this.notices = notices;
        this.rules = rules;
        trail.forEach((name, entries) -> {
            Entry first = entries.get(0);
            Story story = new Story(first, rules.items().get(first.item()), this);
            Warnings warnings = new Warnings(story, this, rules.nights());
            LocalDateTime last = first.at();
            for (Entry entry : entries) {
                notices.subMap(last, false, entry.at(), true).forEach(story::know);
                if (!warnings.take(entry)) {
                    story.take(entry);
                }
                last = entry.at();
            }
            notices.tailMap(last, false).forEach(story::know);
            warnings.end();
            stories.put(name, story);
            for (String of : List.of(story.tenant, story.tenant + "/" + story.item)) {
                centres.computeIfAbsent(of, any -> new ArrayList<>()).add(story);
            }
        });
    }

    /** A limit as the platform shows it. */
    public record Shown(String kind, LocalDate start, LocalDate last, String verdict) {}

    /** The cases, by centre and number. */
    public List<String> names() {
        return List.copyOf(stories.keySet());
    }

    /** How often each event has happened at all centres. */
    public Map<String, Long> events() {
        return events(trail);
    }

    static Map<String, Long> events(Map<String, List<Entry>> trail) {
        return trail.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        entry -> entry.event().isEmpty() ? "(" + entry.action() + ")" : entry.event(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** What is said of a case and is not so; empty when all is well. */
    public List<String> differences(String name, List<Shown> shown, LocalDate today) {
        Story story = stories.get(name);
        List<String> found = new ArrayList<>();
        story.wrong.forEach(wrong -> found.add(name + ": " + wrong));
        List<Shown> reckoned = reckoned(story, today);
        if (!reckoned.equals(shown)) {
            found.add(name + ": shows " + shown + ", should be " + reckoned);
        }
        return found;
    }

    /** What the documents of a case say and is not so. */
    public List<String> differences(String name, List<Paper.Issued> issued) {
        List<Paper> papers = stories.get(name).papers.all;
        List<String> expected = papers.stream().map(paper -> paper.kind).toList();
        List<String> kinds = issued.stream().map(Paper.Issued::kind).toList();
        if (!expected.equals(kinds)) {
            return List.of(name + ": issued " + kinds + ", should be " + expected);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            String which = name + " " + papers.get(i).kind + ": ";
            papers.get(i).differences(issued.get(i)).forEach(difference -> found.add(which + difference));
        }
        return found;
    }

    /** The same of what was known at a moment. */
    public Checker asOf(LocalDateTime moment) {
        return new Checker(
                until(trail, moment), notices.headMap(moment, true), register.asOf(moment), rules.asOf(moment));
    }

    static Map<String, List<Entry>> until(Map<String, List<Entry>> all, LocalDateTime moment) {
        Map<String, List<Entry>> known = new LinkedHashMap<>();
        all.forEach((name, entries) -> {
            List<Entry> until = entries.stream()
                    .filter(entry -> entry.at().isBefore(moment))
                    .toList();
            if (!until.isEmpty()) {
                known.put(name, until);
            }
        });
        return known;
    }

    /**
     * How many cases of a centre a figure counts.
     *
     * @param item only those of this item; empty for all
     * @param channel only those that have come in this way; empty for all
     */
    public long count(String figure, String centre, LocalDate from, LocalDate to, String item, String channel) {
        WorkDays days = notices.lastEntry().getValue();
        boolean isByDue = figure.equals(Figures.OVERDUE);
        return of(centre, item)
                .filter(story -> channel.isEmpty() || channel.equals(story.channel))
                .mapToLong(
                        story -> story.figures.count(figure, from, to, isByDue ? due(story, days) : Optional.empty()))
                .sum();
    }

    /**
     * How many working days have ended with steps at a centre.
     *
     * @param holder charged to whom; empty for all
     * @param item only of cases of this item; empty for all
     * @param department told of which; empty for all
     * @param channel only of cases that have come in this way; empty for all
     */
    public long days(
            String holder,
            String centre,
            LocalDate from,
            LocalDate to,
            String item,
            String department,
            String channel) {
        return of(centre, item)
                .filter(story -> channel.isEmpty() || channel.equals(story.channel))
                .mapToLong(story -> story.spent.count(holder, from, to, department))
                .sum();
    }

    /** Of each working day on which something came in at a centre: concluded ÷ received, in millionths. */
    public List<Long> dailyRates(String centre, LocalDate from, LocalDate to) {
        List<Story> here = of(centre, "").toList();
        List<Long> rates = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate that = day;
            long received = here.stream()
                    .mapToLong(story -> story.figures.count("received", that, that, Optional.empty()))
                    .sum();
            long done = here.stream()
                    .mapToLong(story -> story.figures.count("done", that, that, Optional.empty()))
                    .sum();
            if (received > 0 && notices.lastEntry().getValue().isWorked(day)) {
                rates.add((2 * done * MILLION + received) / (2 * received));
            }
        }
        return rates;
    }

    private Stream<Story> of(String centre, String item) {
        return centres.getOrDefault(item.isEmpty() ? centre : centre + "/" + item, List.of()).stream();
    }

    /** Where the centre above waits for an answer, its limits are those that run. */
    private Optional<LocalDate> due(Story story, WorkDays days) {
        Story above = stories.get(story.above);
        return story.figures.isAnswerAwaited() && above != null
                ? above.due(days, Watch::isTold)
                : story.due(days, watch -> true);
    }

    private List<Shown> reckoned(Story story, LocalDate today) {
        WorkDays days = notices.lastEntry().getValue();
        return Stream.concat(story.watches.stream(), story.joint.watches())
                .map(watch -> new Shown(
                        watch.kind,
                        watch.start,
                        watch.last(watch.dropped == null ? days : watch.droppedBy)
                                .orElse(null),
                        watch.verdict(today, days)))
                .toList();
    }

    /**
     * What a centre shows of the limits of the centre above and is not so.
     *
     * @param shown those of the centre above
     */
    public List<String> differencesAbove(String name, List<Shown> shown, LocalDate today) {
        Story above = stories.get(stories.get(name).above);
        List<Shown> reckoned = above == null ? List.of() : reckoned(above, today);
        List<String> ofWhoDecides = List.of("renewal", "stage", Awaited.KIND);
        reckoned = reckoned.stream()
                .filter(one -> !ofWhoDecides.contains(one.kind()))
                .toList();
        return reckoned.equals(shown)
                ? List.of()
                : List.of(name + ": shows of " + above.tenant + " " + shown + ", should be " + reckoned);
    }

    @Override
    public WorkDays days(LocalDateTime at) {
        return notices.floorEntry(at).getValue();
    }

    @Override
    public boolean isOverTheCounter(Entry entry) {
        return rules.isStaff().test(entry.actor());
    }

    @Override
    public LocalDate decidedOn(Entry entry) {
        String above = entry.detail("upperCentre") + "/" + entry.detail("upperCase");
        for (Entry step : trail.getOrDefault(above, List.of())) {
            if (List.of("decide", "deem-renewed").contains(step.action())) {
                return step.day();
            }
            if (step.action().equals("upper-decided") && !above.equals(entry.tenant() + "/" + entry.id())) {
                return decidedOn(step);
            }
        }
        return null;
    }

    @Override
    public Entry origin(Entry entry) {
        Entry first = entry;
        while (!first.detail("fromCase").isEmpty()) {
            first = trail.get(first.detail("from") + "/" + first.detail("fromCase"))
                    .get(0);
        }
        return first;
    }

    @Override
    public LocalDate firstAccepted(Entry entry) {
        Entry first = origin(trail.get(entry.tenant() + "/" + entry.id()).get(0));
        return trail.get(first.tenant() + "/" + first.id()).stream()
                .map(step -> step.date("clockFrom"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Entry question(Entry entry) {
        Entry asked = trail.get(entry.detail("upperCentre") + "/" + entry.detail("upperCase")).stream()
                .filter(step -> !step.at().isAfter(entry.at()))
                .filter(step -> step.action().equals("notify-correction")
                        || step.event().equals(entry.event()))
                .reduce((first, second) -> second)
                .orElseThrow();
        // a centre between has passed it on
        return asked.event().equals(entry.event()) ? question(asked) : asked;
    }

    /** The registers of results. */
    public Register register() {
        return register;
    }

    @Override
    public LocalDate renewedBy(Entry step) {
        return register.renewedBy(step);
    }

    @Override
    public LocalDate renewedBelow(Entry transferred) {
        Entry first = origin(transferred);
        return trail.get(first.tenant() + "/" + first.id()).stream()
                .filter(step -> step.at().isBefore(transferred.at()))
                .map(register::renewedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public ItemDefinition item(String code) {
        return rules.items().get(code);
    }

    @Override
    public Level level(String tenant) {
        return rules.levels().get(tenant);
    }
}
