package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Reconciled;
import org.yichuang.fees.internal.domain.Reconciled.Ours;
import org.yichuang.fees.internal.domain.Reconciled.Theirs;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** Reads the three books of the days around one. */
record BookReader(SettlementRows rows, Clocked clocked) {
    /** The days around one on which another book may have what ours has on it. */
    private record Span(LocalDate first, LocalDate last) {}

    private Span around(LocalDate day, UnitOfWork unit) {
        WorkingCalendar calendar = clocked.now(unit).calendar();
        LocalDate first = day;
        for (int passed = 0; passed < Reconciled.DAYS; ) {
            first = first.minusDays(1);
            passed += calendar.isWorkday(first) ? 1 : 0;
        }
        return new Span(first, Deadlines.addWorkdays(day, Reconciled.DAYS, calendar));
    }

    /** Compares the books of a day. */
    Reconciled compared(LocalDate day, UnitOfWork unit) {
        Span span = around(day, unit);
        List<Ours> ours = rows.payments().between(span.first(), span.last(), unit);
        Map<StatementSource, List<Theirs>> theirs = theirs(span, unit);
        return Reconciled.of(
                day,
                ours,
                theirs.getOrDefault(StatementSource.BANK, List.of()),
                theirs.getOrDefault(StatementSource.TREASURY, List.of()),
                rows.days().between(span.first(), span.last(), unit));
    }

    private Map<StatementSource, List<Theirs>> theirs(Span span, UnitOfWork unit) {
        return rows.statements().between(span.first(), span.last(), unit).stream()
                .collect(Collectors.groupingBy(
                        Statement::source,
                        Collectors.flatMapping(
                                each -> each.held().lines().stream()
                                        .map(line -> new Theirs(
                                                each.bank(), line.serial(), line.code(), line.fen(), each.countedOn())),
                                Collectors.toList())));
    }

    /** Whether the treasury has a payment by now, as it says itself. */
    boolean isAtTreasury(Payment payment, UnitOfWork unit) {
        return payment.isPassed()
                || Reconciled.isAtTreasury(
                        payment.id(),
                        payment.code(),
                        rows.payments().ofCode(payment.code(), unit),
                        theirs(around(payment.bookedOn(), unit), unit));
    }

    /** Who says that a payment has come, if anybody does. */
    Optional<StatementSource> statedBy(Payment payment, UnitOfWork unit) {
        List<Ours> ours = rows.payments().ofCode(payment.code(), unit);
        return ours.stream()
                .filter(each -> each.name().id().equals(payment.id()))
                .findFirst()
                .flatMap(each -> Reconciled.statedBy(each, ours, theirs(around(payment.bookedOn(), unit), unit)));
    }

    /** Whether somebody writes down what comes, and so does not state for others what has come around a day. */
    boolean hasRecorded(String account, LocalDate day, UnitOfWork unit) {
        Span span = around(day, unit);
        return rows.payments().hasRecorded(account, span.first(), span.last(), unit);
    }
}
