package org.yichuang.year;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.year.check.Checker;
import org.yichuang.year.check.Checker.Shown;
import org.yichuang.year.check.Entry;
import org.yichuang.year.check.Ratings;
import org.yichuang.year.check.Register;
import org.yichuang.year.check.Trail;

/** What the platform says in the end beside what the checker makes of its audit trail. */
final class Findings {
    private static final List<String> STAFF = List.of("clerk", "reviewer", "chief-representative");

    private final World world;
    private final Checker checker;
    private final Register register;
    private final Ratings ratings;
    private final List<Month> months;
    private final List<Month> afterwards = new ArrayList<>();
    /** What each case shows of limits, by centre and number. */
    private final Map<String, List<Limit>> limits = new HashMap<>();

    /** A limit, and the centre of which it is. */
    private record Limit(String centre, Shown shown) {}

    Findings(Year year) {
        world = year.world;
        Map<String, Level> levels = world.centres.all().stream()
                .collect(Collectors.toMap(centre -> centre.id().value(), Tenant::level));
        Map<String, List<Entry>> cases = Trail.read(world.database.source(), "case");
        register = new Register(Trail.read(world.database.source(), "licence"), cases, year.items.definitions());
        checker = new Checker(
                cases,
                year.notices.all().stream().map(Notices.Notice::plain).toList(),
                register,
                new Checker.Rules(year.items.definitions(), levels, STAFF::contains, year.nights));
        ratings = new Ratings(
                Trail.read(world.database.source(), "rating"),
                Trail.read(world.database.source(), "follow-up"),
                cases,
                checker::days,
                YearRatings.CENTRES.stream().map(TenantId::value).collect(Collectors.toSet()));
        months = year.months;
    }

    /** How many cases there are at all centres. */
    int cases() {
        return checker.names().size();
    }

    /** How often each event has happened. */
    Map<String, Long> events() {
        return checker.events();
    }

    /** The same of results. */
    Map<String, Long> eventsOfResults() {
        return register.events();
    }

    /** Each limit of each case, its last day and its verdict, and what the events of the case say of them. */
    List<String> ofLimits() {
        List<String> found = new ArrayList<>();
        for (String name : checker.names()) {
            String centre = name.substring(0, name.indexOf('/'));
            found.addAll(checker.differences(name, shown(name, centre), world.today()));
        }
        return found;
    }

    /** The figures of each month, as the centres saw them at its end. */
    List<String> ofFiguresThen() {
        List<String> found = new ArrayList<>();
        for (Month month : months) {
            found.addAll(month.differences(checker.asOf(month.moment()), ratings.asOf(month.moment())));
        }
        return found;
    }

    /** The figures of each month, as the centres see them afterwards. */
    List<String> ofFiguresNow() {
        List<String> found = new ArrayList<>();
        afterwards().forEach(month -> found.addAll(month.differences(checker, ratings)));
        return found;
    }

    /** The figures of months that are past and have changed since. */
    List<String> ofChangedFigures() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            found.addAll(months.get(i).changed(afterwards().get(i)));
        }
        return found;
    }

    /** All months, as the centres see them when the year is over. */
    private List<Month> afterwards() {
        if (afterwards.isEmpty()) {
            months.forEach(month -> afterwards.add(new Month(world, month.from(), month.to(), true)));
        }
        return afterwards;
    }

    /** Months in which carried in + received + come again is not concluded + carried out. */
    List<String> ofBalances() {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < months.size(); i++) {
            found.addAll(months.get(i).unbalanced(months.get(i - 1)));
        }
        return found;
    }

    /** What each centre shows of the limits of the one above it. */
    List<String> ofLimitsAbove() {
        List<String> found = new ArrayList<>();
        for (String name : checker.names()) {
            TenantId centre = new TenantId(name.substring(0, name.indexOf('/')));
            String above =
                    world.centres.get(centre).parent().map(TenantId::value).orElse("");
            found.addAll(checker.differencesAbove(name, shown(name, above), world.today()));
        }
        return found;
    }

    /** What a case shows of the limits of a centre. */
    private List<Shown> shown(String name, String centre) {
        return limits.computeIfAbsent(name, this::limits).stream()
                .filter(limit -> limit.centre().equals(centre))
                .map(Limit::shown)
                .toList();
    }

    private List<Limit> limits(String name) {
        TenantId centre = new TenantId(name.substring(0, name.indexOf('/')));
        String number = name.substring(name.indexOf('/') + 1);
        return world.service.deadlines(number, world.as("clerk", centre)).stream()
                .map(view -> new Limit(view.centre(), new Shown(view.kind(), view.start(), view.date(), view.state())))
                .toList();
    }

    /** Each result of a register, until when it holds and how it stands, and those that are missing or differ. */
    List<String> ofResults() {
        List<String> found = new ArrayList<>(register.missing());
        found.addAll(register.disagreeing());
        for (String name : register.names()) {
            TenantId centre = new TenantId(name.substring(0, name.indexOf('/')));
            String id = name.substring(name.indexOf('/') + 1);
            Licence shown = world.register.find(id, world.as("clerk", centre)).orElseThrow();
            found.addAll(register.differences(
                    name,
                    new Register.Shown(
                            shown.state(world.today()).name(),
                            shown.validUntil().orElse(null)),
                    world.today()));
        }
        return found;
    }

    /** The same of ratings, and of what is followed up. */
    Map<String, Long> eventsOfRatings() {
        return ratings.events();
    }

    /** Who is asked and called, what they say, by when what follows it is due, and what is late. */
    List<String> ofRatings() {
        return ratings.differences();
    }

    /** Which documents each case has, who has signed them, and what they say. */
    List<String> ofDocuments() {
        List<String> found = new ArrayList<>();
        for (String name : checker.names()) {
            found.addAll(checker.differences(name, world.issued.getOrDefault(name, List.of())));
        }
        return found;
    }

    /** Series of numbers with a gap, or with a number twice. */
    List<String> ofNumbers() {
        List<String> found = new ArrayList<>();
        Trail.read(world.database.source(), "document-number").forEach((series, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                String number = entries.get(i).detail("number");
                if (!number.equals(Integer.toString(i + 1))) {
                    found.add(series + ": " + number + " is the " + (i + 1) + "th");
                }
            }
        });
        return found;
    }

    /** Messages that have not arrived. */
    List<String> ofLetters() {
        List<String> found = new ArrayList<>();
        for (Tenant centre : world.centres.all()) {
            for (Outbox.State state : List.of(Outbox.State.WAITING, Outbox.State.PARKED)) {
                CallContext call = CallContext.system(centre.id(), world.centres.now(), "check");
                world.node
                        .outbox()
                        .messages(Optional.of(state), PageRequest.of(10, null), call)
                        .items()
                        .forEach(message -> found.add(state + " " + message));
            }
        }
        return found;
    }

    /** Breaks of the audit trail of any centre. */
    List<String> ofTrails() {
        return world.centres.all().stream()
                .map(centre -> centre.id() + ": " + world.node.journal().verify(centre.id()))
                .filter(proof -> !proof.contains("sound=true"))
                .toList();
    }
}
