package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointView.ReportView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What comes of that which the departments of a joint case have agreed: it is reported, and chased (M-CAS-2). */
public final class AgreementWork {
    private AgreementWork() {}

    /**
     * An agreement of a case.
     *
     * @param meeting which meeting, from 0
     * @param agreement which of its agreements, from 0
     * @param fact what has come of it
     */
    public record Place(int meeting, int agreement, AgreementFact fact) {
        /** As it is named, both from 1. */
        public String id() {
            return meeting + 1 + "." + (agreement + 1);
        }
    }

    /** All agreements of a case, in order. */
    public static List<Place> of(Progress progress) {
        List<Place> places = new ArrayList<>();
        List<MeetingFact> meetings = progress.meetings();
        for (int i = 0; i < meetings.size(); i++) {
            for (int j = 0; j < meetings.get(i).followed().size(); j++) {
                places.add(new Place(i, j, meetings.get(i).followed().get(j)));
            }
        }
        return places;
    }

    /** The agreement of an id. */
    public static Optional<Place> find(Progress progress, String id) {
        return of(progress).stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The department that is responsible, if whoever is responsible is one of the case. */
    public static String department(CaseFile file, AgreementFact fact) {
        return file.submission().route().branches().stream()
                .map(BranchFacts::department)
                .filter(department ->
                        department.equals(fact.said().responsible().strip()))
                .findFirst()
                .orElse("");
    }

    /** Takes what was said of an agreement. */
    public static Done report(CaseFile file, String id, JointRequests.Report request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.REPORT_AGREEMENT, now);
        Place place = find(act.progress, id)
                .orElseThrow(() -> new ProblemException(CaseError.BRANCH_UNKNOWN, message("agreement.unknown")));
        if (!place.fact().isOpen()) {
            throw new ProblemException(CaseError.CASE_STATE, message("agreement.done-already"));
        }
        ReportView report = new ReportView(request.words(), now.actor().name(), now.today());
        change(act, place, fact -> fact.reported(report, request.done()));
        act.detail("agreement", id);
        act.detail("done", Boolean.toString(request.done()));
        act.text("report", request.words());
        return act.finish();
    }

    private static void change(Act act, Place place, UnaryOperator<AgreementFact> change) {
        act.progress.meetings.set(
                place.meeting(), act.progress.meetings.get(place.meeting()).with(place.agreement(), change));
    }

    /** What the timer has to do about agreements, if anything. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        List<Place> all = of(file.progress());
        if (all.stream().anyMatch(isToNote(now))) {
            return Optional.of(CaseCommand.AGREEMENT_OVERDUE);
        }
        return all.stream().anyMatch(isToRemind(now)) ? Optional.of(CaseCommand.AGREEMENT_DUE) : Optional.empty();
    }

    /** Notes that the day of agreements is near. */
    public static Done remind(CaseFile file, CommandContext now) {
        return note(file, CaseCommand.AGREEMENT_DUE, isToRemind(now), AgreementFact::reminded, now);
    }

    /** Notes that the day of agreements has passed. */
    public static Done noteOverdue(CaseFile file, CommandContext now) {
        return note(file, CaseCommand.AGREEMENT_OVERDUE, isToNote(now), AgreementFact::overdue, now);
    }

    private static Done note(
            CaseFile file,
            CaseCommand command,
            Predicate<Place> which,
            BiFunction<AgreementFact, LocalDate, AgreementFact> change,
            CommandContext now) {
        Act act = Act.begin(file, command, now);
        List<Place> places = of(act.progress).stream().filter(which).toList();
        if (places.isEmpty()) {
            throw new ProblemException(CaseError.CASE_STATE, message("agreement.nothing-due"));
        }
        places.forEach(place -> change(act, place, fact -> change.apply(fact, now.today())));
        act.detail("agreements", places.stream().map(Place::id).collect(Collectors.joining(",")));
        return act.finish();
    }

    private static Predicate<Place> isToNote(CommandContext now) {
        return place -> place.fact().isOpen()
                && !place.fact().isChased(now.today())
                && place.fact().isOverdue(now.today());
    }

    private static Predicate<Place> isToRemind(CommandContext now) {
        LocalDate furthest = BranchWork.furthest(now);
        return place -> place.fact().isOpen()
                && !place.fact().isReminded(now.today())
                && !place.fact().isChased(now.today())
                && !place.fact().said().by().isAfter(furthest);
    }

    private static LocalizedMessage message(String key) {
        return LocalizedMessage.of(AgreementWork.class, key);
    }
}
