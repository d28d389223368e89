package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** What figures count of a case, from its own steps and clocks: the same when it happens and when it is told later. */
public final class CaseFacts {
    private static final Set<String> TAKEN_IN = words(CaseCommand.SUBMIT, CaseCommand.TRANSFER_IN);
    private static final Set<String> HANDED_BACK = words(CaseCommand.REFUSE_TO_ACCEPT);
    /** What says something of an application that came in online. */
    private static final Set<String> REVIEWED = words(
            CaseCommand.PASS_ONLINE_REVIEW,
            CaseCommand.ACCEPT,
            CaseCommand.DEEM_ACCEPTED,
            CaseCommand.NOTIFY_CORRECTION,
            CaseCommand.REFUSE_TO_ACCEPT);

    private static final Set<String> ACCEPTED =
            words(CaseCommand.ACCEPT, CaseCommand.DEEM_ACCEPTED, CaseCommand.DEEM_RENEWED);
    private static final Set<String> DECIDED =
            words(CaseCommand.DECIDE, CaseCommand.UPPER_DECIDED, CaseCommand.DEEM_RENEWED);
    private static final Set<String> WITHDRAWN = words(
            CaseCommand.WITHDRAW, CaseCommand.WITHDRAW_ASKED, CaseCommand.UPPER_CANCELLED, CaseCommand.UPPER_RETURNED);
    private static final Set<String> ANSWERED = words(CaseCommand.ANSWER_CLEARLY);
    /** What has ended without a decision that is looked for here. */
    private static final Map<CaseState, Set<String>> ENDED = Map.of(
            CaseState.WITHDRAWN, WITHDRAWN, CaseState.LAPSED, words(CaseCommand.LAPSE), CaseState.ANSWERED, ANSWERED);

    private static final Set<String> ISSUED =
            words(CaseCommand.ISSUE, CaseCommand.DECIDE, CaseCommand.UPPER_DECIDED, CaseCommand.DEEM_RENEWED);
    private static final Set<String> GRANT_ENDED = words(CaseCommand.END_GRANT, CaseCommand.UPPER_GRANT_ENDED);
    private static final Set<String> SPECIAL = words(CaseCommand.HANDLE_SPECIALLY);
    private static final Set<String> DELIVERED = words(CaseCommand.DELIVER);

    private final CaseFile file;
    private final String centre;
    private final WorkingCalendar calendar;
    private final List<StepFact> steps;
    private final List<CountedFact> found = new ArrayList<>();

    private CaseFacts(CaseFile file, String centre, WorkingCalendar calendar) {
        this.file = file;
        this.centre = centre;
        this.calendar = calendar;
        this.steps = file.progress().steps();
    }

    private static Set<String> words(CaseCommand... commands) {
        return Set.copyOf(Stream.of(commands).map(CaseCommand::word).toList());
    }

    /** All of a case at a centre, in the order of its steps. */
    public static List<CountedFact> of(CaseFile file, String centre, WorkingCalendar calendar) {
        CaseFacts facts = new CaseFacts(file, centre, calendar);
        facts.gather();
        return facts.found;
    }

    /** What the step of a case that has just been taken adds to them. */
    static List<CountedFact> ofStep(CaseFile file, CommandContext now) {
        int step = file.progress().steps.size() - 1;
        return of(file, now.centre(), now.calendar()).stream()
                .filter(fact -> fact.step() == step)
                .map(fact -> fact.by(now.vouched().window(), now.staff()))
                .toList();
    }

    private void gather() {
        List<Integer> taken = places(TAKEN_IN, 0, steps.size());
        for (int i = 0; i < taken.size(); i++) {
            int from = taken.get(i);
            boolean isLast = i == taken.size() - 1;
            int end = isLast ? steps.size() : taken.get(i + 1);
            CountedFact opened = new CountedFact(file, from, i == 0 ? Fact.RECEIVED : Fact.REOPENED, day(from))
                    .in(CaseState.RECEIVED);
            found.add(opened);
            CountedFact accepted = accepted(from, end);
            if (isLast) {
                decided(from, end);
            }
            CountedFact concluded = isLast ? concluded(from) : handedBack(from, end);
            if (concluded != null) {
                found.add(concluded);
                opened.concludedOn(concluded.on());
                if (accepted != null) {
                    accepted.onTheDay(beginning(from, isLast, accepted).equals(concluded.on()));
                }
                concluded.onTheDay(cameOn(from).equals(concluded.on()));
            }
        }
        reviewed();
        for (int place : places(ANSWERED, 0, steps.size())) {
            found.add(at(place, Fact.ANSWERED).in(file.state()).judged(isLate(day(place)), false));
        }
        places(SPECIAL, 0, steps.size())
                .forEach(place -> found.add(at(place, Fact.SPECIAL).in(CaseState.ACCEPTED)));
        visited();
        for (int place : places(DELIVERED, 0, steps.size())) {
            boolean isLate = missed(day(place), Stream.of(ClockKind.values()).filter(ClockKind::isOfDelivery));
            found.add(at(place, Fact.DELIVERED).in(file.state()).judged(isLate, false));
        }
    }

    /** Each visit, and once it is over whether there were more of them than the item says (R3-14). */
    private void visited() {
        List<Integer> visits = Visits.places(file);
        visits.forEach(place -> found.add(at(place, Fact.VISIT).in(CaseState.RECEIVED)));
        Integer promised = Visits.promised(file);
        if (file.isTransferred() || promised == null || !file.state().isEnd()) {
            return;
        }
        Optional<Integer> over = last(DELIVERED, 0, steps.size()).or(() -> found.stream()
                .filter(fact -> fact.fact() == Fact.CONCLUDED)
                .map(CountedFact::step)
                .reduce((before, after) -> after));
        over.ifPresent(
                place -> found.add(at(place, Fact.VISITED).in(file.state()).judged(visits.size() > promised, false)));
    }

    /** What came in online was reviewed by whatever ended the clock of that. */
    private void reviewed() {
        int from = 0;
        for (Clock clock : file.progress().clocks()) {
            if (clock.kind() == ClockKind.ONLINE_REVIEW && !clock.isRunning() && !clock.stopped()) {
                Optional<Integer> place = places(REVIEWED, from, steps.size()).stream()
                        .filter(step -> day(step).equals(clock.ended()))
                        .findFirst();
                if (place.isPresent()) {
                    boolean isLate = clock.isMissed(clock.ended(), calendar);
                    found.add(at(place.get(), Fact.REVIEWED)
                            .in(CaseState.RECEIVED)
                            .judged(isLate, false));
                    from = place.get() + 1;
                }
            }
        }
    }

    private CountedFact accepted(int from, int end) {
        List<Integer> places = places(ACCEPTED, from, end);
        if (places.isEmpty()) {
            return null;
        }
        CountedFact accepted = at(places.get(0), Fact.ACCEPTED).in(CaseState.ACCEPTED);
        found.add(accepted);
        return accepted;
    }

    private void decided(int from, int end) {
        if (file.progress().decision() != null) {
            last(DECIDED, from, end)
                    .ifPresent(place -> found.add(at(place, Fact.DECIDED)
                            .in(isGranted() ? CaseState.GRANTED : CaseState.REFUSED)
                            .judged(isLate(day(place)), isEarly())));
        }
    }

    private boolean isGranted() {
        return file.progress().decision().outcome() == Outcome.GRANT;
    }

    /** From which day an acceptance counts: what the law has accepted, or was entered afterwards, is older than it. */
    private LocalDate beginning(int from, boolean isLast, CountedFact accepted) {
        if (from == 0 && file.progress().cameOn() != null) {
            return file.progress().cameOn();
        }
        return isLast && file.progress().acceptance() != null
                ? file.progress().acceptance().clockFrom()
                : accepted.on();
    }

    private LocalDate cameOn(int from) {
        return from == 0 && file.progress().cameOn() != null ? file.progress().cameOn() : day(from);
    }

    private CountedFact handedBack(int from, int end) {
        return last(HANDED_BACK, from, end)
                .map(place -> concluded(place, CaseState.RETURNED))
                .orElse(null);
    }

    /** How the last round has been concluded; null when it has not. */
    private CountedFact concluded(int from) {
        CaseState state = file.state();
        int end = steps.size();
        if (state == CaseState.NOT_ACCEPTED || state == CaseState.RETURNED) {
            return last(HANDED_BACK, from, end)
                    .map(place -> concluded(place, state))
                    .orElse(null);
        }
        Set<String> ended = ENDED.get(state);
        if (ended != null) {
            return last(ended, from, end).map(place -> concluded(place, state)).orElse(null);
        }
        if (state == CaseState.GRANT_ENDED && !isConcludedByGrant()) {
            return last(GRANT_ENDED, from, end)
                    .map(place -> concluded(place, state))
                    .orElse(null);
        }
        if (!isResultThere()) {
            return null;
        }
        CaseState outcome = isGranted() ? CaseState.GRANTED : CaseState.REFUSED;
        return first(isGranted() ? issued(from, end) : DECIDED, from, end)
                .map(place -> concluded(place, outcome))
                .orElse(null);
    }

    /** Whether there is a result or a refusal for this centre; whoever fetches it when is another matter. */
    private boolean isResultThere() {
        return switch (file.state()) {
            case ISSUED, REFUSED, DELIVERED -> true;
            case GRANT_ENDED -> isConcludedByGrant();
            default -> file.isTransferred() && file.isDecidedFor(centre);
        };
    }

    /** What is granted here and made out below was concluded by that, whatever has become of it. */
    private boolean isConcludedByGrant() {
        return file.isTransferred() && !file.submission().route().issuer().equals(centre);
    }

    /** Where the result was made out by a step of its own, that one; else it has come with the decision. */
    private Set<String> issued(int from, int end) {
        Set<String> issue = words(CaseCommand.ISSUE);
        return places(issue, from, end).isEmpty() ? ISSUED : issue;
    }

    private CountedFact concluded(int place, CaseState outcome) {
        boolean isDecided = outcome == CaseState.GRANTED || outcome == CaseState.REFUSED;
        boolean isLate = isLate(day(place)) || !isDecided && isKeptAsLate();
        return at(place, Fact.CONCLUDED)
                .in(outcome)
                .judged(isLate, isDecided && !isLate && isEarly())
                .resulted(isDecided);
    }

    /** Of a clock that was stopped before that day was kept, only the case itself knows whether it was missed. */
    private boolean isKeptAsLate() {
        return file.isLate()
                && file.progress().clocks().stream().anyMatch(clock -> clock.stopped() && clock.ended() == null);
    }

    /** Whether a limit was missed by the day, but for those of making out and delivering, which come after. */
    private boolean isLate(LocalDate day) {
        return missed(day, Stream.of(ClockKind.values()).filter(kind -> !kind.isOfDelivery()));
    }

    private boolean missed(LocalDate day, Stream<ClockKind> kinds) {
        Set<ClockKind> counted = Set.copyOf(kinds.toList());
        return OwnDays.of(file, file.progress(), calendar).stream()
                .filter(clock -> counted.contains(clock.kind()))
                .anyMatch(clock -> !clock.start().isAfter(day) && clock.isMissed(day, calendar));
    }

    /** Whether what this centre had promised, or else its limit, was kept before its last day. */
    private boolean isEarly() {
        return Stream.of(ClockKind.PROMISE, ClockKind.DECISION, ClockKind.PRE_REVIEW)
                .map(kind -> file.progress().clocks().stream()
                        .filter(clock -> clock.kind() == kind && clock.ended() != null && !clock.stopped())
                        .reduce((before, after) -> after))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(clock ->
                        clock.lastDay(calendar).filter(clock.ended()::isBefore).isPresent())
                .isPresent();
    }

    private CountedFact at(int place, Fact fact) {
        return new CountedFact(file, place, fact, day(place));
    }

    private LocalDate day(int place) {
        return CommandContext.day(steps.get(place).at());
    }

    private List<Integer> places(Set<String> commands, int from, int end) {
        List<Integer> places = new ArrayList<>();
        for (int i = from; i < end; i++) {
            if (commands.contains(steps.get(i).command())) {
                places.add(i);
            }
        }
        return places;
    }

    private Optional<Integer> first(Set<String> commands, int from, int end) {
        return places(commands, from, end).stream().findFirst();
    }

    private Optional<Integer> last(Set<String> commands, int from, int end) {
        return places(commands, from, end).stream().reduce((before, after) -> after);
    }
}
