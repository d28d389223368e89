package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import org.yichuang.fees.api.StatementSource;
import org.yichuang.kernel.api.Digests;

/**
 * The three books of a day, side by side by the codes of payment (R7-13): ours, the bank's and the treasury's. A book
 * may have a payment some working days earlier or later; each payment is looked at on the day that it has in ours, and
 * on each day on which another book has it, and what we do not have on the day that it has in theirs.
 *
 * @param matched the demands on which all three agree, by their numbers, with what the treasury has of each
 * @param passed what pays nothing, and bank and treasury have, by the ids of the payments
 * @param differences where they do not agree, in the order of their ids
 */
public record Reconciled(Map<String, Long> matched, List<String> passed, List<Found> differences) {
    /** How many working days a book may have a payment earlier or later: no holiday is in its way. */
    public static final int DAYS = 10;

    public Reconciled {
        matched = Collections.unmodifiableMap(new TreeMap<>(matched));
        passed = List.copyOf(passed);
        differences = List.copyOf(differences);
    }

    /**
     * A payment in our books.
     *
     * @param isPassed whether it is posted already that the treasury has it, though it pays nothing
     * @param returned what the bank has given back of it before the treasury had it
     */
    public record Ours(
            Name name,
            String code,
            long fen,
            PaymentOutcome outcome,
            String bill,
            LocalDate day,
            boolean isPassed,
            long returned) {
        /** What it is called: by us, and by whom it came. */
        public record Name(String id, String bank, String serial) {}

        public Ours(Name name, String code, long fen, PaymentOutcome outcome, String bill, LocalDate day) {
            this(name, code, fen, outcome, bill, day, false, 0);
        }

        /** The same, of which that is posted, or not. */
        public Ours passed(boolean isSo) {
            return new Ours(name, code, fen, outcome, bill, day, isSo, returned);
        }

        /** The same, of which the bank has given some back. */
        public Ours returned(long back) {
            return new Ours(name, code, fen, outcome, bill, day, isPassed, back);
        }

        boolean isMatched() {
            return outcome == PaymentOutcome.MATCHED;
        }
    }

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

    /**
     * Whether the treasury has a payment by now.
     *
     * @param payment its id
     * @param ours what has come under its code
     * @param theirs lines of the days around
     */
    public static boolean isAtTreasury(
            String payment, String code, List<Ours> ours, Map<StatementSource, List<Theirs>> theirs) {
        return new Books(
                        null,
                        code,
                        ours,
                        ofCode(code, theirs.getOrDefault(StatementSource.BANK, List.of())),
                        ofCode(code, theirs.getOrDefault(StatementSource.TREASURY, List.of())))
                .isAtTreasury(payment);
    }

    /**
     * Who says that a payment has come: it is named, or as many lines as payments are alike without a name.
     *
     * @param payment one of ours
     * @param ours what has come under its code
     * @param theirs lines of the days around
     */
    public static Optional<StatementSource> statedBy(
            Ours payment, List<Ours> ours, Map<StatementSource, List<Theirs>> theirs) {
        List<Theirs> bank = ofCode(payment.code(), theirs.getOrDefault(StatementSource.BANK, List.of())).stream()
                .filter(line -> line.bank().equals(payment.name().bank()) && line.fen() == payment.fen())
                .toList();
        long alike = ours.stream()
                .filter(each -> each.name().bank().equals(payment.name().bank()) && each.fen() == payment.fen())
                .count();
        boolean isNamed = bank.stream()
                .anyMatch(line -> line.serial().equals(payment.name().serial()));
        long nameless = bank.stream().filter(line -> line.serial().isEmpty()).count();
        if (isNamed || nameless > 0 && nameless >= alike) {
            return Optional.of(StatementSource.BANK);
        }
        long treasury = ofCode(payment.code(), theirs.getOrDefault(StatementSource.TREASURY, List.of())).stream()
                .filter(line -> line.fen() == payment.fen())
                .count();
        long same = ours.stream().filter(each -> each.fen() == payment.fen()).count();
        return treasury > 0 && treasury >= same ? Optional.of(StatementSource.TREASURY) : Optional.empty();
    }

    private static List<Theirs> ofCode(String code, List<Theirs> book) {
        return Theirs.once(
                book.stream().filter(line -> line.code().equals(code)).toList());
    }

    private static Reconciled compared(
            LocalDate day, List<Ours> ours, List<Theirs> bank, List<Theirs> treasury, Set<LocalDate> closed) {
        Map<String, List<Ours>> mine = byCode(ours, Ours::code);
        Map<String, List<Theirs>> banks = byCode(bank, Theirs::code);
        Map<String, List<Theirs>> treasuries = byCode(treasury, Theirs::code);
        Map<String, Long> matched = new TreeMap<>();
        List<String> passed = new ArrayList<>();
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
                    matched.put(paid.bill(), books.atTreasury());
                } else if (books.isTold(paid, kind.get(), closed)) {
                    add(new Found(day, kind.get(), code, books.by(kind.get())), found);
                }
            });
            books.passing().forEach(each -> passed.add(each.name().id()));
            books.unexplained().ifPresent(each -> add(each, found));
            books.theirsAlone().ifPresent(each -> add(each, found));
        }
        return new Reconciled(matched, passed, List.copyOf(found.values()));
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
}
