package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.kernel.api.Digests;

/**
 * The three books of a day, side by side by the codes of payment (R7-13): ours, the bank's and the treasury's. A book
 * may have a payment some working days earlier or later; each payment is looked at on the day that it has in ours, and
 * on each day on which another book has it, and what we do not have on the day that it has in theirs.
 *
 * @param matched the demands on which all three agree, by their numbers
 * @param differences where they do not, in the order of their ids
 */
public record Reconciled(List<String> matched, List<Found> differences) {
    /** How many working days a book may have a payment earlier or later: no holiday is in its way. */
    public static final int DAYS = 10;

    public Reconciled {
        matched = List.copyOf(matched);
        differences = List.copyOf(differences);
    }

    /** A payment in our books. */
    public record Ours(String code, long fen, PaymentOutcome outcome, String bill, LocalDate day) {}

    /**
     * A line of another book.
     *
     * @param bank which bank, empty for the treasury
     * @param serial its own name for the payment, empty where it is not told
     */
    public record Theirs(String bank, String serial, String code, long fen, LocalDate day) {
        /** The same however often it is told: files overlap, and are sent again. */
        private record Named(String bank, String serial, String code, long fen) {}

        private static List<Theirs> once(List<Theirs> lines) {
            Set<Named> told = new HashSet<>();
            return lines.stream()
                    .filter(line -> line.serial().isEmpty()
                            || told.add(new Named(line.bank(), line.serial(), line.code(), line.fen())))
                    .toList();
        }
    }

    /** That books do not agree, and by how much. */
    public record Found(LocalDate day, DifferenceKind kind, String code, long fen) {
        private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z-]{1,40}");
        private static final int DIGITS = 40;

        /** The same whenever it is found again, and fit for an address whatever a bank calls a code. */
        public String id() {
            boolean isPlain = PLAIN.matcher(code).matches();
            return day + "." + kind.word() + "."
                    + (isPlain ? code : Digests.sha256(code).substring(0, DIGITS));
        }
    }

    /**
     * Compares the books.
     *
     * @param ours payments of the days around
     * @param bank lines of the days around
     * @param treasury lines of the days around
     * @param closed which days around are closed: what differs of them is told on the day that another book has it
     */
    public static Reconciled of(
            LocalDate day, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury, Set<LocalDate> closed) {
        return compared(day, ours, Theirs.once(bank), Theirs.once(treasury), closed);
    }

    private static Reconciled compared(
            LocalDate day, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury, Set<LocalDate> closed) {
        Map<String, List<Ours>> mine = byCode(ours, Ours::code);
        Map<String, List<Theirs>> banks = byCode(bank, Theirs::code);
        Map<String, List<Theirs>> treasuries = byCode(treasury, Theirs::code);
        List<String> matched = new ArrayList<>();
        Map<String, Found> found = new TreeMap<>();
        for (String code : codes(day, ours, bank, treasury)) {
            Books books = new Books(
                    day,
                    code,
                    mine.getOrDefault(code, List.of()),
                    banks.getOrDefault(code, List.of()),
                    treasuries.getOrDefault(code, List.of()));
            books.paid().ifPresent(paid -> {
                Optional<DifferenceKind> kind = books.difference();
                if (kind.isEmpty()) {
                    matched.add(paid.bill());
                } else if (books.isTold(paid, kind.get(), closed)) {
                    add(new Found(day, kind.get(), code, books.by(kind.get())), found);
                }
            });
            books.unexplained().ifPresent(each -> add(each, found));
            books.theirsAlone().ifPresent(each -> add(each, found));
        }
        return new Reconciled(matched, List.copyOf(found.values()));
    }

    /** Two of a kind are one. */
    private static void add(Found more, Map<String, Found> found) {
        found.merge(
                more.id(), more, (one, other) -> new Found(one.day(), one.kind(), one.code(), one.fen() + other.fen()));
    }

    private static <T> Map<String, List<T>> byCode(List<T> lines, Function<T, String> code) {
        return lines.stream().collect(Collectors.groupingBy(code));
    }

    private static Set<String> codes(LocalDate day, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury) {
        return Stream.of(
                        ours.stream().filter(each -> each.day().equals(day)).map(Ours::code),
                        Stream.concat(bank.stream(), treasury.stream())
                                .filter(each -> each.day().equals(day))
                                .map(Theirs::code))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the books have of a code. */
    private record Books(LocalDate day, String code, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury) {
        /** What pays a demand. */
        Optional<Ours> paid() {
            return ours.stream()
                    .filter(each -> each.outcome() == PaymentOutcome.MATCHED)
                    .findFirst();
        }

        /** Whether how it differs is told on this day: its own, or that of a book that differs when that is closed. */
        boolean isTold(Ours paid, DifferenceKind kind, Set<LocalDate> closed) {
            return paid.day().equals(day)
                    || closed.contains(paid.day()) && (kind == DifferenceKind.AMOUNT || kind == DifferenceKind.DOUBLE);
        }

        private long atBank() {
            return own(bank);
        }

        private long atTreasury() {
            return own(treasury);
        }

        /** What a book has of it, less the lines of what came and pays no demand: each of that is a difference. */
        private long own(List<Theirs> book) {
            List<Long> lines = new ArrayList<>(book.stream().map(Theirs::fen).toList());
            long left = sum(book);
            long beside = 0;
            lines.remove((Long) paid().orElseThrow().fen());
            for (Ours each : ours) {
                if (each.outcome() != PaymentOutcome.MATCHED) {
                    if (lines.remove((Long) each.fen())) {
                        left -= each.fen();
                    } else {
                        beside += each.fen();
                    }
                }
            }
            return left == paid().orElseThrow().fen() + beside ? left - beside : left;
        }

        private static long sum(List<Theirs> lines) {
            return lines.stream().mapToLong(Theirs::fen).sum();
        }

        /** How the books of what pays a demand do not agree. */
        Optional<DifferenceKind> difference() {
            long fen = paid().orElseThrow().fen();
            boolean isAtBank = atBank() > 0;
            boolean isAtTreasury = atTreasury() > 0;
            if (!isAtBank && !isAtTreasury) {
                return Optional.of(DifferenceKind.BILL_ONLY);
            }
            if (!isAtBank || !isAtTreasury) {
                return Optional.of(
                        isAtBank && atBank() != fen || isAtTreasury && atTreasury() != fen
                                ? DifferenceKind.AMOUNT
                                : DifferenceKind.LATE);
            }
            if (atBank() > fen && bank.size() > 1 && atBank() % fen == 0) {
                return Optional.of(DifferenceKind.DOUBLE);
            }
            return atBank() == fen && atTreasury() == fen ? Optional.empty() : Optional.of(DifferenceKind.AMOUNT);
        }

        /** By how much. */
        long by(DifferenceKind kind) {
            long fen = paid().orElseThrow().fen();
            return switch (kind) {
                case DOUBLE -> atBank() - fen;
                case AMOUNT -> atBank() > 0 && atBank() != fen ? atBank() - fen : atTreasury() - fen;
                default -> fen;
            };
        }

        /** What came on this day and pays nothing. */
        Optional<Found> unexplained() {
            List<Ours> extra = ours.stream()
                    .filter(each -> each.outcome() != PaymentOutcome.MATCHED
                            && each.day().equals(day))
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
}
