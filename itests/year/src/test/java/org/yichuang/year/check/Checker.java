package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.Level;

/**
 * Reckons anew, from the audit trail of all centres, the notices about days off and the definitions of items, what the
 * platform says of its cases. It knows nothing of the platform's own arithmetic.
 */
public final class Checker implements Story.Facts {
    private final Map<String, List<Entry>> trail;
    private final NavigableMap<LocalDateTime, WorkDays> notices = new TreeMap<>();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Predicate<String> isStaff;

    /**
     * @param trail the entries of all cases, by centre and number
     * @param notices what held from which moment on
     * @param items the definitions, by code
     * @param levels of the centres
     * @param isStaff whether an account belongs to the staff of a centre
     */
    public Checker(
            Map<String, List<Entry>> trail,
            List<Notice> notices,
            Map<String, ItemDefinition> items,
            Map<String, Level> levels,
            Predicate<String> isStaff) {
        this.trail = trail;
        notices.forEach(notice -> this.notices.put(notice.from(), notice.days()));
        this.isStaff = isStaff;
        trail.forEach((name, entries) -> {
            Entry first = entries.get(0);
            Stages stages = new Stages(items.get(first.item()), levels.get(first.tenant()));
            Story story = new Story(first.tenant(), first.id(), stages, this);
            entries.forEach(story::take);
            stories.put(name, story);
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
        WorkDays days = notices.lastEntry().getValue();
        List<Shown> reckoned = story.watches.stream()
                .map(watch -> new Shown(
                        watch.kind,
                        watch.start,
                        watch.last(watch.dropped == null ? days : watch.droppedBy)
                                .orElse(null),
                        watch.verdict(today, days)))
                .toList();
        if (!reckoned.equals(shown)) {
            found.add(name + ": shows " + shown + ", should be " + reckoned);
        }
        return found;
    }

    @Override
    public WorkDays days(LocalDateTime at) {
        return notices.floorEntry(at).getValue();
    }

    @Override
    public boolean isOverTheCounter(Entry entry) {
        return isStaff.test(entry.actor());
    }

    @Override
    public LocalDate decidedOn(Entry entry) {
        String above = entry.detail("upperCentre") + "/" + entry.detail("upperCase");
        for (Entry step : trail.getOrDefault(above, List.of())) {
            if (step.action().equals("decide")) {
                return step.day();
            }
            if (step.action().equals("upper-decided") && !above.equals(entry.tenant() + "/" + entry.id())) {
                return decidedOn(step);
            }
        }
        return null;
    }
}
