package org.yichuang.fees.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.domain.Reconciled.Found;
import org.yichuang.fees.internal.domain.Reconciled.Ours;
import org.yichuang.fees.internal.domain.Reconciled.Theirs;

/** Of twenty thousand payments, all planted differences are found under their names, and no other. */
public class ReconciledTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int PAYMENTS = 20_000;
    private static final int PLANTED = 50;

    private final Random random = new Random(20260302);
    private final List<Ours> ours = new ArrayList<>();
    private final List<Theirs> bank = new ArrayList<>();
    private final List<Theirs> treasury = new ArrayList<>();
    private final Set<Found> planted = new HashSet<>();

    private static String code(int number) {
        return String.format("37068700%012d", number);
    }

    private LocalDate around() {
        return DAY.plusDays(random.nextInt(2 * Reconciled.DAYS + 1) - Reconciled.DAYS);
    }

    private void ours(int number, long fen) {
        Ours.Name name = new Ours.Name("P" + number, "农商银行", "C" + number);
        ours.add(new Ours(name, code(number), fen, PaymentOutcome.MATCHED, "B" + number, DAY));
    }

    private void said(List<Theirs> book, String bankName, String serial, int number, long fen, LocalDate day) {
        Theirs line = new Theirs(bankName, serial, code(number), fen, day);
        book.add(line);
        if (random.nextInt(5) == 0 && !serial.isEmpty()) {
            book.add(line);
        }
    }

    /** All three agree, each on a day of its own; two banks use the same serials. */
    private void good(int number, long fen) {
        ours(number, fen);
        said(bank, "银行" + number % 2, "S" + number / 2, number, fen, around());
        said(treasury, "", number % 3 == 0 ? "" : "T" + number, number, fen, around());
    }

    private void planted(int number, long fen) {
        DifferenceKind kind = DifferenceKind.values()[planted.size() % DifferenceKind.values().length];
        long by = fen;
        switch (kind) {
            case BILL_ONLY -> ours(number, fen);
            case BANK_ONLY -> said(bank, "银行", "X" + number, number, fen, DAY);
            case TREASURY_ONLY -> said(treasury, "", "X" + number, number, fen, DAY);
            case LATE -> {
                ours(number, fen);
                said(bank, "银行", "X" + number, number, fen, around());
            }
            case DOUBLE -> {
                good(number, fen);
                said(bank, "银行", "X" + number, number, fen, around());
            }
            case AMOUNT -> {
                ours(number, fen);
                said(bank, "银行", "X" + number, number, fen + 3, around());
                said(treasury, "", "X" + number, number, fen, around());
                by = 3;
            }
        }
        planted.add(new Found(DAY, kind, code(number), by));
    }

    @Test
    public void allThatIsPlantedIsFoundAndNothingElse() {
        for (int number = 0; number < PAYMENTS; number++) {
            long fen = 100L + random.nextInt(1_000_000);
            if (number % (PAYMENTS / PLANTED) == 7) {
                planted(number, fen);
            } else {
                good(number, fen);
            }
        }
        Collections.shuffle(ours, random);
        Collections.shuffle(bank, random);
        Collections.shuffle(treasury, random);
        assertEquals(PLANTED, planted.size());
        assertTrue(bank.size() > PAYMENTS * 11 / 10);

        Reconciled found = Reconciled.of(DAY, ours, bank, treasury, Set.of());
        assertEquals(planted, new HashSet<>(found.differences()));
        assertEquals(PLANTED, found.differences().size());
        assertEquals(PAYMENTS - PLANTED, found.matched().size());
        assertEquals("again, the same", found, Reconciled.of(DAY, ours, bank, treasury, Set.of()));
    }
}
