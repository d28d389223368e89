package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;

/** The registers of results of all centres, told anew from the entries of results and of cases. */
public final class Register {
    private final Map<String, List<Entry>> cases;
    private final Map<String, List<Entry>> licences;
    private final Map<String, ItemDefinition> items;
    private final Map<String, Held> held = new LinkedHashMap<>();
    /** By the case of a renewal, and the moment at which it was found in time: when what it renews ends. */
    private final Map<String, LocalDate> ends = new HashMap<>();

    /**
     * @param licences the entries of all results, by centre and number
     * @param cases those of all cases
     * @param items the definitions, by code
     */
    public Register(
            Map<String, List<Entry>> licences, Map<String, List<Entry>> cases, Map<String, ItemDefinition> items) {
        this.licences = licences;
        this.cases = cases;
        this.items = items;
        licences.forEach((name, entries) -> {
            Entry first = entries.get(0);
            Held one = new Held(first, items.get(first.item()).certificate(), new OfCases(first.tenant()));
            entries.stream().skip(1).forEach(one::take);
            held.put(name, one);
            keepEnds(entries);
        });
        held.values().forEach(this::endAsAbove);
    }

    /** A result as the platform shows it. */
    public record Shown(String state, LocalDate until) {}

    /** What cases of a centre say of what they have made out. */
    private final class OfCases implements Held.Made {
        private final String tenant;

        OfCases(String tenant) {
            this.tenant = tenant;
        }

        private Stream<Entry> entries(String caseNumber) {
            return cases.getOrDefault(tenant + "/" + caseNumber, List.of()).stream();
        }

        @Override
        public LocalDate day(String caseNumber) {
            return entries(caseNumber)
                    .filter(entry -> entry.action().equals("issue"))
                    .map(Entry::day)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String matter(String caseNumber) {
            return entries(caseNumber)
                    .map(entry -> entry.detail("matter"))
                    .filter(matter -> !matter.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        @Override
        public LocalDate receivedOn(String caseNumber) {
            Entry first = entries(caseNumber).findFirst().orElseThrow();
            String below = first.detail("from");
            return below.isEmpty() ? first.date("receivedOn") : new OfCases(below).receivedOn(first.detail("fromCase"));
        }

        @Override
        public LocalDate grantedOn(String caseNumber) {
            return entries(caseNumber)
                    .filter(entry -> entry.event().equals("granted"))
                    .map(Entry::day)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The results, by centre and number. */
    public List<String> names() {
        return List.copyOf(held.keySet());
    }

    /** How often each event has happened at all centres. */
    public Map<String, Long> events() {
        return Checker.events(licences);
    }

    /** The last day of what a renewal is of that has been noted at a moment as in time; null for none. */
    LocalDate renewedBy(Entry step) {
        return ends.get(step.tenant() + "/" + step.id() + " " + step.at());
    }

    private void keepEnds(List<Entry> entries) {
        LocalDate end = null;
        for (Entry entry : entries) {
            if (entry.event().equals("renewal-awaited")) {
                ends.put(entry.tenant() + "/" + entry.fact("caseNumber") + " " + entry.at(), end);
            }
            end = entry.data().has("validUntil") ? entry.date("validUntil") : end;
        }
    }

    /** What is said of a result and is not so; empty when all is well. */
    public List<String> differences(String name, Shown shown, LocalDate today) {
        Held one = held.get(name);
        List<String> found = new ArrayList<>();
        one.wrong.forEach(wrong -> found.add(name + ": " + wrong));
        Shown reckoned = new Shown(one.state(today), one.until().orElse(null));
        if (!reckoned.equals(shown)) {
            found.add(name + ": shows " + shown + ", should be " + reckoned);
        }
        if (one.isForgotten(today)) {
            found.add(name + ": is over since " + one.until().orElseThrow() + ", and nobody has noted it");
        }
        return found;
    }

    /** What was made out and stands in no register, or stands in one and was never made out. */
    public List<String> missing() {
        TreeSet<String> made = new TreeSet<>();
        cases.forEach((name, entries) -> entries.stream()
                .filter(entry -> entry.action().equals("issue"))
                .forEach(entry -> results(name, entry.item()).forEach(made::add)));
        TreeSet<String> entered = new TreeSet<>();
        held.forEach((name, one) -> {
            if (one.madeOn() != null) {
                entered.add(name);
            }
        });
        licences.values().forEach(entries -> entries.stream()
                .filter(entry -> List.of("changed", "renewed").contains(entry.event()))
                .filter(entry -> new OfCases(entry.tenant()).day(entry.detail("case")) != null)
                .forEach(entry -> entered.add(entry.tenant() + "/" + entry.detail("case"))));
        List<String> found = new ArrayList<>();
        made.stream().filter(name -> !entered.contains(name)).forEach(name -> found.add(name + " is in no register"));
        entered.stream().filter(name -> !made.contains(name)).forEach(name -> found.add(name + " was never made out"));
        return found;
    }

    private List<String> results(String name, String item) {
        ItemDefinition definition = items.get(item);
        if (!definition.bundled()) {
            return isEntered(definition) ? List.of(name) : List.of();
        }
        List<String> ids = new ArrayList<>();
        Entry accepted = cases.get(name).stream()
                .filter(entry -> !entry.detail("branches").isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> needed = List.of(accepted.detail("branches").split(","));
        List<String> members = definition.joint().members().stream()
                .filter(member -> needed.contains(member.id()) && !member.item().isEmpty())
                .map(member -> member.item())
                .toList();
        for (int i = 0; i < members.size(); i++) {
            if (isEntered(items.get(members.get(i)))) {
                ids.add(name + (i == 0 ? "" : "-" + i));
            }
        }
        return ids;
    }

    private static boolean isEntered(ItemDefinition item) {
        return item.type() == ItemType.LICENCE
                || !item.certificate().kind().name().equals("NONE");
    }

    /** The same of what was known at a moment. */
    Register asOf(LocalDateTime moment) {
        return new Register(Checker.until(licences, moment), Checker.until(cases, moment), items);
    }

    /**
     * How many results of a centre a figure counts.
     *
     * @param item only those of this item; empty for all
     */
    public long count(String figure, String centre, LocalDate from, LocalDate to, String item) {
        return held.values().stream()
                .filter(one -> one.tenant.equals(centre) && one.madeOn() != null)
                .filter(one -> item.isEmpty() || one.item.equals(item))
                .filter(one -> figure.equals("granted")
                        ? !one.madeOn().isBefore(from) && !one.madeOn().isAfter(to)
                        : one.isInForce(to))
                .count();
    }

    /** Which results stand otherwise at the centre that has granted them than where they were made out. */
    public List<String> disagreeing() {
        List<String> found = new ArrayList<>();
        held.forEach((name, one) -> {
            Held above = above(one);
            boolean isSame =
                    above == null || one.noted().equals(above.noted()) && Objects.equals(one.until(), above.until());
            if (!isSame) {
                found.add(name + " stands " + one.noted() + " until " + one.until() + ", and above " + above.noted()
                        + " until " + above.until());
            }
        });
        return found;
    }

    /** The same result at the centre above; null where it does not stand there. */
    private Held above(Held one) {
        return cases.getOrDefault(one.tenant + "/" + one.caseNumber, List.of()).stream()
                .filter(entry -> !entry.detail("upperCase").isEmpty())
                .reduce((first, second) -> second)
                .map(told -> held.get(told.detail("upperCentre") + "/" + told.detail("upperCase")))
                .orElse(null);
    }

    private void endAsAbove(Held one) {
        Held above = above(one);
        if (above != null) {
            endAsAbove(above);
            one.endAs(above);
        }
    }
}
