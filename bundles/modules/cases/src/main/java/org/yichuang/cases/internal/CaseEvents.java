package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.internal.domain.CalendarCorrection;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.Dues;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.TextRules;

/** The domain events of cases, read from a case after its step. */
final class CaseEvents {
    private static final int LONGEST_DEPARTMENT = 100;

    private CaseEvents() {}

    /** What a step has made happen; {@link DomainEvent#NONE} for a letter without effect. */
    static DomainEvent of(CaseFile file, Done done) {
        return done.event().isEmpty() ? DomainEvent.NONE : written(file, done.event(), event(file, done.event()));
    }

    /** That a calendar has moved the days of a case. */
    static DomainEvent dueMoved(CaseFile file, CalendarCorrection correction) {
        Dues before = correction.before();
        Dues after = correction.after();
        CaseEvent moved = new CaseEvent.DueMoved(
                day(before.next()),
                day(after.next()),
                before.statutory(),
                after.statutory(),
                correction.ended().stream().map(CaseEvents::ended).toList(),
                correction.wasLate(),
                correction.late());
        return written(file, CaseEvent.DUE_MOVED, moved);
    }

    private static CaseEvent.EndedClock ended(CalendarCorrection.EndedClock clock) {
        return new CaseEvent.EndedClock(
                clock.kind().key(), clock.dueBefore(), clock.verdictBefore(), clock.due(), clock.verdict());
    }

    private static LocalDate day(LocalDate day) {
        return day.equals(CaseFile.NEVER) ? null : day;
    }

    private static DomainEvent written(CaseFile file, String type, CaseEvent event) {
        return DomainEvent.of(CaseEvent.MODULE, type)
                .about(file.number(), file.submission().item().code())
                .at(TextRules.first(file.department(), LONGEST_DEPARTMENT), "")
                .with(CaseEvent.VERSION, Json.write(event));
    }

    private static CaseEvent event(CaseFile file, String type) {
        Progress progress = file.progress();
        return switch (type) {
            case "submitted", "transferred" -> new CaseEvent.Received(
                    receivedOn(progress),
                    file.submission().item().version(),
                    file.submission().route().id(),
                    file.lowerCentre());
            case "accepted", "deemed-accepted" -> new CaseEvent.Accepted(
                    progress.acceptance().mode(),
                    progress.acceptance().clockFrom(),
                    progress.acceptance().receiptNumber(),
                    file.submission().missing());
            case "correction-notified", "questioned", "upper-asked" -> new CaseEvent.CorrectionAsked(
                    progress.corrections().size(),
                    last(progress.corrections()).items().size());
            case "corrected", "answered" -> new CaseEvent.Corrected(
                    file.submission().materials().size());
            case "not-accepted", "returned", "upper-returned" -> new CaseEvent.AcceptanceRefused(
                    progress.ending().kind(), progress.ending().centre());
            case "pre-reviewed", "forwarded" -> preReviewed(file, type, progress);
            case "upper-accepted" -> new CaseEvent.UpperAccepted(file.upperCentre(), file.upperNumber());
            case "granted", "refused" -> new CaseEvent.Decided(
                    progress.decision().outcome(),
                    progress.decision().centre(),
                    progress.decision().department());
            case "issued" -> new CaseEvent.Issued(
                    progress.issued().documentNumber(),
                    progress.issued().centre(),
                    progress.issued().validUntil());
            case "delivered" -> new CaseEvent.Delivered(progress.delivery().method());
            case "withdrawn", "withdrawal-asked" -> new CaseEvent.Withdrawn(
                    progress.ending().centre());
            default -> throw new IllegalArgumentException("No event of the state table: " + type);
        };
    }

    private static CaseEvent preReviewed(CaseFile file, String type, Progress progress) {
        OpinionView opinion = last(progress.opinions());
        String above = type.equals("forwarded") ? file.upperCentre() : null;
        return new CaseEvent.PreReviewed(opinion.agree(), opinion.department(), above);
    }

    private static LocalDate receivedOn(Progress progress) {
        return progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.NOTICE)
                .reduce((first, second) -> second)
                .orElseThrow()
                .start();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
