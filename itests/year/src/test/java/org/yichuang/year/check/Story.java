package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.year.check.WorkDays.Days;

/**
 * A case of a centre, told anew from its entries: which limits have run over it and how they ended, by the law and the
 * item alone.
 */
final class Story {
    private static final Days NOTICE = new Days(5, true);
    private static final Days TWENTY = new Days(20, true);
    private static final Days DELIVERY = new Days(10, true);

    final String tenant;
    final String number;
    final String item;
    /** By which way it came in, where somebody has applied. */
    final String channel;

    final List<Watch> watches = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();
    final Figures figures;
    final Papers papers;
    final Spent spent = new Spent();
    final Hearing hearing = new Hearing();
    private final Examined examined = new Examined();
    private final Awaited awaited = new Awaited();
    private final Renewal renewal;
    final Joint joint;
    private final Stages stages;
    private final Answers answers;
    private final Facts facts;
    final Plans plans = new Plans();
    private boolean isTransferred;
    private boolean isAccepted;
    private LocalDate clockFrom;
    LocalDate standsFrom;
    private LocalDate stoodUntil;
    private int place = -1;
    /** The case at the centre above, as its last letter has named it. */
    String above = "";

    private String state = "";

    /** @param first its first entry */
    Story(Entry first, ItemDefinition item, Facts facts) {
        tenant = first.tenant();
        number = first.id();
        this.item = first.item();
        channel = facts.origin(first).detail("channel");
        Level level = facts.level(tenant);
        stages = new Stages(item, level);
        answers = new Answers(item);
        papers = new Papers(item, level, facts);
        figures = new Figures(item.kind() == CaseKind.INSTANT, item.handling());
        joint = new Joint(item, facts);
        renewal = new Renewal(facts);
        this.facts = facts;
    }

    /** A notice about days off counts for the month in which it comes, also where it moves no last day. */
    void know(LocalDateTime from, WorkDays days) {
        spent.recount(from.toLocalDate().withDayOfMonth(1), days);
        running(Answers.CORRECTION).forEach(watch -> watch.tell(days));
    }

    /** What a step does. */
    void take(Entry entry) {
        boolean isStep = !List.of("", "due-moved", "entered-afterwards").contains(entry.event());
        if (isStep) {
            spent.end(entry, facts.days(entry.at()));
        }
        if (!entry.detail("upperCase").isEmpty()) {
            above = entry.detail("upperCentre") + "/" + entry.detail("upperCase");
        }
        examined.take(entry);
        hearing.take(entry);
        joint.take(entry, this);
        answers.take(entry, this, !isTransferred && !isAccepted, facts.days(entry.at()));
        switch (entry.event()) {
            case "submitted" -> received(entry, false);
            case "transferred" -> received(entry, true);
            case "accepted", "deemed-accepted", "taken-up-again" -> accepted(entry);
            case "correction-notified" -> end("notice", entry.day());
            case "corrected", "answered" -> answered(entry);
            case "clearly-answered", "not-accepted", "returned" -> {
                end("notice", entry.day());
                dropAll(entry);
            }
            case "upper-returned" -> returned(entry);
            case "pre-reviewed", "forwarded" -> reviewed(entry);
            case "suspended", "upper-suspended" -> suspended(entry);
            case "resumed", "upper-resumed" -> goOn(entry.date("to"));
            case "extended" -> extended(entry);
            case "granted", "refused", "deemed-renewed" -> decided(entry);
            case "issued" -> issued(entry);
            case "delivered" -> Watch.OF_DELIVERY.forEach(kind -> end(kind, entry.day()));
            case "lapsed", "withdrawn", "withdrawal-asked", "grant-ended" -> dropAll(entry);
            case "hearing-right-notified" -> expect(
                    "asked for until",
                    hearing.lastToAsk(facts.days(entry.at())).toString(),
                    entry.detail("requestUntil"));
            case "hearing-requested" -> asked(entry);
            case "hearing-held" -> heard(hearing.session().toLocalDate());
            case "hearing-called-off" -> heard(entry.day());
            default -> {
                // of what was promised, and of calendars, no limit is moved here
            }
        }
        if (entry.event().equals("upper-accepted")) {
            drop(running("promise"), entry); // the centre above keeps it from now on
        }
        if (stages.isDecidedHere()) {
            renewal.take(entry, this);
        }
        awaited.take(entry, this, isAccepted && !isTransferred, facts.days(entry.at()));
        if (isStep) {
            begin(entry);
        }
        papers.take(entry, this);
        Entry came = entry.event().equals("transferred") ? facts.origin(entry) : entry;
        figures.after(entry, watches, facts.days(entry.at()), stages.isIssuedHere, facts.isOverTheCounter(came));
    }

    private void begin(Entry entry) {
        WorkDays days = facts.days(entry.at());
        joint.awaited(days).ifPresent(spent::await);
        state = entry.detail("state").isEmpty() ? state : entry.detail("state"); // what else comes of a step names none
        if (state.equals("ACCEPTED") && standsFrom == null && hearing.isOffered(entry.day(), days)) {
            spent.begin(entry.day(), "procedure", hearing.lastToAsk(days), examinedBy());
        } else if (awaited.until() != null) {
            spent.begin(entry.day(), holder(state), awaited.until(), "window");
        } else {
            spent.begin(entry.came(), holder(state));
        }
    }

    private String holder(String state) {
        return new Holders(stages, joint, isTransferred, standsFrom != null, examinedBy()).of(state);
    }

    private String examinedBy() {
        return Holders.examinedBy(joint, stages, place, examined.isVerified());
    }

    private void received(Entry entry, boolean isFromBelow) {
        LocalDate day = entry.received(facts.days(entry.at()), facts.isOverTheCounter(entry));
        expect("received on", day, entry.date("receivedOn"));
        isTransferred = isFromBelow;
        isAccepted = false;
        place = -1;
        start("notice", day, NOTICE);
        lastRunning("notice")
                .ifPresent(watch -> watch.entered = entry.detail("cameOn").isEmpty() ? null : entry.day());
    }

    private void accepted(Entry entry) {
        if (!isAccepted) {
            Optional<Watch> notice = running("notice").findFirst();
            boolean isDeemed = stages.isLicence
                    && notice.flatMap(watch -> watch.told(facts.days(entry.at())))
                            .filter(entry.day()::isAfter)
                            .isPresent();
            clockFrom = isDeemed ? notice.get().start : entry.day();
            expect("accepted how", isDeemed ? "DEEMED" : "EXPRESS", entry.fact("mode"));
            expect("clock from", clockFrom, entry.date("clockFrom"));
        }
        isAccepted = true;
        end("notice", entry.day());
        place = 0;
        promiseAbove();
        if (!stages.here.isEmpty()) {
            if (stages.isDecidedHere()) {
                start("decision", clockFrom, stages.statutory);
                promise(entry);
                joint.open(entry, clockFrom, wrong);
            }
            enter(clockFrom);
        }
    }

    /** What was promised counts from the acceptance where somebody applied, and is judged here as if from this one. */
    private void promise(Entry entry) {
        start("promise", isTransferred ? facts.firstAccepted(entry) : clockFrom, stages.promised);
        lastRunning("promise").ifPresent(watch -> watch.counts = clockFrom);
    }

    /** Whoever has applied here counts from here what was promised, until the centre that decides keeps it. */
    private void promiseAbove() {
        boolean isElsewhere = !isTransferred && isAccepted && !stages.isDecidedHere();
        if (isElsewhere && running("promise").findAny().isEmpty()) {
            start("promise", clockFrom, stages.promised);
            lastRunning("promise").ifPresent(Watch::keptAbove);
        }
    }

    /** A stage begins: its own limit counts from that day, beside the twenty days of who examines first (art. 43). */
    private void enter(LocalDate day) {
        Stage stage = stages.here.get(place);
        Days own = Stages.days(stage.limit());
        boolean isTimed = stages.isLicence || own == null;
        boolean isReview = stage.action() != Action.DECIDE && !stages.isDecidedHere();
        if (isReview && isTimed && running("pre-review").findAny().isEmpty()) {
            start("pre-review", clockFrom, TWENTY);
        }
        start("stage", day, own); // of the items here none is longer than the law's
    }

    private void answered(Entry entry) {
        boolean isTakenInAgain = !isAccepted || entry.event().equals("corrected");
        if (isTakenInAgain && running("notice").findAny().isEmpty()) {
            LocalDate day = facts.days(entry.at()).receipt(entry.at(), facts.isOverTheCounter(entry));
            start("notice", day, NOTICE);
        }
    }

    private void returned(Entry entry) {
        goOn(entry.day());
        place = stages.lastReview();
        promiseAbove();
        if (place >= 0 && stages.here.get(place).action() == Action.PRE_REVIEW) {
            start("pre-review", entry.day(), TWENTY);
            start("stage", entry.day(), Stages.days(stages.here.get(place).limit()));
        } else {
            start("notice", entry.day(), NOTICE);
        }
    }

    private void reviewed(Entry entry) {
        end("stage", entry.day());
        if (entry.event().equals("forwarded")) {
            end("pre-review", entry.day());
        } else {
            place++;
            enter(entry.day());
        }
    }

    private void suspended(Entry entry) {
        standsFrom = entry.date("from");
        if (entry.event().equals("suspended")) {
            expect("stands from", entry.day(), standsFrom);
            plans.begin("", entry);
        }
        runningOnes().filter(Watch::isStoppable).forEach(watch -> watch.stop(standsFrom));
    }

    /** What special procedures were going to take, while the case is examined here. */
    Stream<Watch> plans() {
        return state.equals("ACCEPTED") ? plans.running() : Stream.empty();
    }

    /** Whoever asks is heard within days of their own; the limits stand meanwhile (art. 45). */
    private void asked(Entry entry) {
        LocalDate day = entry.day();
        start("hearing", day, Hearing.TO_HOLD);
        standsFrom = stoodUntil != null && stoodUntil.isAfter(day) ? stoodUntil : day;
        runningOnes().filter(Watch::isStoppable).forEach(watch -> watch.stop(standsFrom));
    }

    private void heard(LocalDate day) {
        end("hearing", day);
        goOn(day);
    }

    private void goOn(LocalDate until) {
        plans.end("");
        stoodUntil = standsFrom == null ? stoodUntil : until;
        standsFrom = null;
        runningOnes().forEach(watch -> watch.goOn(until));
        joint.standOn(until, this);
    }

    private void extended(Entry entry) {
        WorkDays days = facts.days(entry.at());
        expect("due before", lawful(days).orElse(null), entry.date("dueBefore"));
        int more = entry.data().get("workingDays").asInt();
        List<String> kinds = List.of("decision", "stage", "promise", "branch");
        runningOnes()
                .filter(watch -> kinds.contains(watch.kind))
                .forEach(watch -> watch.extend(more, entry.day(), days));
        expect("due", lawful(days).orElse(null), entry.date("due"));
    }

    private Optional<LocalDate> lawful(WorkDays days) {
        return running("decision").flatMap(watch -> watch.last(days).stream()).min(LocalDate::compareTo);
    }

    private void decided(Entry entry) {
        boolean isDeemed = entry.action().equals("deem-renewed");
        boolean isHere = isDeemed || entry.action().equals("decide");
        if (isDeemed) {
            end("notice", entry.day());
            end("hearing", entry.day());
        }
        joint.end(this);
        goOn(entry.day());
        if (isHere) {
            List.of("decision", "stage", "promise", "pre-review", "renewal").forEach(kind -> end(kind, entry.day()));
            drop(joint.watches(), entry);
        } else {
            drop(running("promise"), entry);
        }
        boolean isRefused = entry.event().equals("refused");
        if (!isTransferred || !isRefused && stages.isIssuedHere) {
            start(isRefused ? Watch.REFUSAL : "delivery", isHere ? entry.day() : facts.decidedOn(entry), DELIVERY);
        }
    }

    private void issued(Entry entry) {
        boolean isHere = entry.action().equals("issue");
        if (!isHere) {
            goOn(entry.day());
        }
        if (isHere && isTransferred) {
            end("delivery", entry.day());
        } else if (!isHere && !isTransferred) {
            start("delivery", facts.decidedOn(entry), DELIVERY);
        }
    }

    Optional<Watch> lastRunning(String kind) {
        return running(kind).reduce((first, second) -> second);
    }

    Optional<Watch> lastEnded(String kind) {
        Stream<Watch> ended = watches.stream().filter(watch -> watch.kind.equals(kind) && watch.ended != null);
        return ended.reduce((first, second) -> second);
    }

    /** By when the centre has to act next; none while everything stands, or waits for somebody else. */
    Optional<LocalDate> due(WorkDays days, Predicate<Watch> known) {
        return Stream.concat(watches.stream(), plans())
                .filter(watch -> watch.isRunning() && !watch.isOfGovernment() && known.test(watch))
                .filter(watch -> !watch.isKeptAbove()
                        || !List.of("FORWARDED", "QUESTIONED").contains(state))
                .flatMap(watch -> watch.last(days).stream())
                .min(LocalDate::compareTo);
    }

    void start(String kind, LocalDate day, Days limit) {
        if (limit == null) {
            return;
        }
        Watch watch = new Watch(kind, day, limit);
        if (standsFrom != null) {
            watch.stop(standsFrom);
        }
        watches.add(watch);
    }

    void end(String kind, LocalDate day) {
        running(kind).forEach(watch -> {
            watch.goOn(day);
            watch.ended = day;
        });
    }

    private void dropAll(Entry entry) {
        joint.end(this);
        goOn(entry.day());
        drop(runningOnes(), entry);
    }

    void drop(Stream<Watch> those, Entry entry) {
        those.filter(Watch::isRunning).forEach(watch -> {
            watch.dropped = entry.day();
            watch.droppedBy = facts.days(entry.at());
        });
    }

    Stream<Watch> running(String kind) {
        return runningOnes().filter(watch -> watch.kind.equals(kind));
    }

    private Stream<Watch> runningOnes() {
        return Stream.concat(watches.stream(), joint.watches()).filter(Watch::isRunning).toList().stream();
    }

    void expect(String what, Object expected, Object said) {
        if (!Objects.equals(expected, said)) {
            wrong.add(what + ": says " + said + ", should be " + expected);
        }
    }
}
