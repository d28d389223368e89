package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.internal.domain.Reconciled.Found;
import org.yichuang.fees.internal.domain.Reconciled.Ours;
import org.yichuang.fees.internal.domain.Reconciled.Theirs;

/** What the books have of a code. */
record Books(LocalDate day, String code, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury) {
    /** What pays a demand. */
    Optional<Ours> paid() {
        return ours.stream().filter(Ours::isMatched).findFirst();
    }

    /** Whether how it differs is told on this day: its own, or that of a book that differs when that is closed. */
    boolean isTold(Ours paid, DifferenceKind kind, Set<LocalDate> closed) {
        return paid.day().equals(day)
                || closed.contains(paid.day()) && (kind == DifferenceKind.AMOUNT || kind == DifferenceKind.DOUBLE);
    }

    private long atBank() {
        return own(bank, paid().orElseThrow().fen(), named());
    }

    /** What the treasury has of what pays a demand. */
    long atTreasury() {
        return own(treasury, due(), Map.of());
    }

    /** What the treasury is to have of it: where the bank has given some back before, that or the rest. */
    private long due() {
        Ours paid = paid().orElseThrow();
        long rest = paid.fen() - paid.returned();
        long all = sum(treasury);
        boolean isRest = paid.returned() > 0
                && (all == rest
                        || all == rest + beside().stream().mapToLong(Ours::fen).sum()
                        || amounts(treasury).contains(rest)
                                && !amounts(treasury).contains(paid.fen()));
        return isRest ? rest : paid.fen();
    }

    /** What came and pays no demand. */
    private List<Ours> beside() {
        return ours.stream().filter(each -> !each.isMatched()).toList();
    }

    /** What of that the bank names just so. */
    private Map<Ours, Theirs> named() {
        Map<Ours, Theirs> named = new HashMap<>();
        for (Ours each : beside()) {
            bank.stream()
                    .filter(line -> !line.serial().isEmpty()
                            && line.serial().equals(each.name().serial())
                            && line.bank().equals(each.name().bank())
                            && line.fen() == each.fen())
                    .findFirst()
                    .ifPresent(line -> named.put(each, line));
        }
        return named;
    }

    private static List<Long> amounts(List<Theirs> book) {
        return new ArrayList<>(book.stream().map(Theirs::fen).toList());
    }

    /** What a book has of it, less the lines of what came and pays no demand: each of that is a difference. */
    private long own(List<Theirs> book, long due, Map<Ours, Theirs> named) {
        List<Long> lines = amounts(book);
        long left = sum(book);
        long more = 0;
        for (Theirs line : named.values()) {
            lines.remove((Long) line.fen());
            left -= line.fen();
        }
        lines.remove((Long) due);
        for (Ours each : beside()) {
            if (!named.containsKey(each)) {
                if (lines.remove((Long) each.fen())) {
                    left -= each.fen();
                } else {
                    more += each.fen();
                }
            }
        }
        return left == due + more ? left - more : left;
    }

    /** What pays nothing, and is at bank and treasury; without what is posted so already. */
    List<Ours> passing() {
        Set<Ours> atTreasury = beside(treasury, paid().map(paid -> due()).orElse(0L), Map.of());
        return beside(bank, paid().map(Ours::fen).orElse(0L), named()).stream()
                .filter(each -> atTreasury.contains(each) && !each.isPassed())
                .toList();
    }

    /** What of all that pays nothing a book has. */
    private Set<Ours> beside(List<Theirs> book, long due, Map<Ours, Theirs> named) {
        List<Ours> all = beside();
        if (sum(book) == due + all.stream().mapToLong(Ours::fen).sum()) {
            return Set.copyOf(all);
        }
        Set<Ours> found = new HashSet<>(named.keySet());
        List<Long> lines = amounts(book);
        named.values().forEach(line -> lines.remove((Long) line.fen()));
        lines.remove((Long) due);
        for (Ours each : all) {
            if (!found.contains(each) && lines.remove((Long) each.fen())) {
                found.add(each);
            }
        }
        return found;
    }

    /** Whether the treasury has a payment by now: it gives back what goes back of it. */
    boolean isAtTreasury(String payment) {
        boolean isPaid = paid().filter(paid -> paid.name().id().equals(payment)).isPresent();
        return isPaid
                ? atTreasury() > 0
                : beside(treasury, paid().map(paid -> due()).orElse(0L), Map.of()).stream()
                        .anyMatch(each -> each.name().id().equals(payment));
    }

    private static long sum(List<Theirs> lines) {
        return lines.stream().mapToLong(Theirs::fen).sum();
    }

    /** How the books of what pays a demand do not agree. */
    Optional<DifferenceKind> difference() {
        long fen = paid().orElseThrow().fen();
        long due = due();
        boolean isAtBank = atBank() > 0;
        boolean isAtTreasury = atTreasury() > 0 || due == 0;
        if (!isAtBank && !isAtTreasury) {
            return Optional.of(DifferenceKind.BILL_ONLY);
        }
        if (!isAtBank || !isAtTreasury) {
            boolean isOfAnotherAmount = isAtBank && atBank() != fen || isAtTreasury && atTreasury() != due;
            return Optional.of(isOfAnotherAmount ? DifferenceKind.AMOUNT : DifferenceKind.LATE);
        }
        return bothHave(fen, due);
    }

    private Optional<DifferenceKind> bothHave(long fen, long due) {
        if (atBank() > fen && bank.size() > 1 && atBank() % fen == 0) {
            return Optional.of(DifferenceKind.DOUBLE);
        }
        return atBank() == fen && atTreasury() == due ? Optional.empty() : Optional.of(DifferenceKind.AMOUNT);
    }

    /** By how much. */
    long by(DifferenceKind kind) {
        long fen = paid().orElseThrow().fen();
        return switch (kind) {
            case DOUBLE -> atBank() - fen;
            case AMOUNT -> atBank() > 0 && atBank() != fen ? atBank() - fen : atTreasury() - due();
            default -> fen;
        };
    }

    /** What came on this day and pays nothing. */
    Optional<Found> unexplained() {
        List<Ours> extra = ours.stream()
                .filter(each -> !each.isMatched() && each.day().equals(day))
                .toList();
        return extra.stream().findFirst().map(first -> {
            DifferenceKind kind =
                    switch (first.outcome()) {
                        case DOUBLE -> DifferenceKind.DOUBLE;
                        case AMOUNT -> DifferenceKind.AMOUNT;
                        default -> DifferenceKind.BANK_ONLY;
                    };
            return new Found(
                    day, kind, code, extra.stream().mapToLong(Ours::fen).sum());
        });
    }

    /** What others have on this day, and we do not have at all. */
    Optional<Found> theirsAlone() {
        if (!ours.isEmpty()) {
            return Optional.empty();
        }
        if (bank.isEmpty()) {
            return Optional.of(new Found(day, DifferenceKind.TREASURY_ONLY, code, ofDay(treasury)));
        }
        long fen = ofDay(bank);
        return fen > 0 ? Optional.of(new Found(day, DifferenceKind.BANK_ONLY, code, fen)) : Optional.empty();
    }

    private long ofDay(List<Theirs> book) {
        return sum(book.stream().filter(each -> each.day().equals(day)).toList());
    }
}
