package org.yichuang.fees.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.Fund;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.kernel.api.LocalizedMessage;

/** The steps of demands, in the code and on the page that describes them; and how fen and quantities are divided. */
public class BillTableTest {
    @Test
    public void theReadmeHasTheTable() throws IOException {
        String table = BillTable.ROWS.stream().map(BillTable.Row::markdown).collect(Collectors.joining("\n"));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue("README.md is to have:\n" + table, readme.contains(table));
    }

    @Test
    public void whatIsVoidExemptOrRefundedStaysSo() {
        for (BillState state : List.of(BillState.VOID, BillState.EXEMPT)) {
            assertEquals(List.of(BillStep.TELL), BillTable.steps(state));
            assertTrue(BillTable.leads(state, BillStep.TELL, state));
        }
        assertEquals(List.of(BillStep.SETTLE, BillStep.TELL), BillTable.steps(BillState.REFUNDED));
        assertTrue(BillTable.leads(BillState.REFUNDED, BillStep.SETTLE, BillState.REFUNDED));
        assertFalse(BillTable.leads(BillState.REFUNDED, BillStep.SETTLE, BillState.SETTLED));
        assertFalse(BillTable.steps(BillState.PAID).contains(BillStep.VOID));
    }

    @Test
    public void sharesAreTheAmountToTheFenAndNoneIsLargerThanItsOther() {
        assertEquals(List.of(33L, 33L, 34L), Shares.of(100, List.of(1000L, 1000L, 1000L)));
        assertEquals(List.of(0L, 7L, 0L), Shares.of(7, List.of(0L, 7L, 0L)));
        for (long amount = 0; amount <= 37; amount++) {
            List<Long> others = List.of(1L, 13L, 0L, 16L, 7L);
            List<Long> shares = Shares.of(amount, others);
            assertEquals(amount, shares.stream().mapToLong(Long::longValue).sum());
            for (int i = 0; i < shares.size(); i++) {
                assertTrue(shares.get(i) >= 0 && shares.get(i) <= others.get(i));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Shares.of(2, List.of(1L)));
    }

    @Test
    public void aQuantityIsAProductOfFieldsAndNumbers() {
        Quantity quantity = new Quantity("length * width*2");
        assertTrue(quantity.isOf(Set.of("length", "width")));
        assertFalse(quantity.isOf(Set.of("length")));
        Map<String, Object> form = Map.of("length", new BigDecimal("1.5"), "width", 4);
        assertEquals(0, quantity.of(form).orElseThrow().compareTo(new BigDecimal("12")));
        assertEquals(Optional.empty(), quantity.of(Map.of("length", 1)));
        assertEquals(Optional.empty(), quantity.of(Map.of("length", "many", "width", 1)));
        assertEquals(Optional.empty(), new Quantity("").of(form));
    }

    @Test
    public void everythingHasAName() {
        Stream.of(
                        Stream.of(FeeKind.values()).map(FeeKind::label),
                        Stream.of(BasisRank.values()).map(BasisRank::label),
                        Stream.of(Fund.values()).map(Fund::label),
                        Stream.of(DuePoint.values()).map(DuePoint::label),
                        Stream.of(FeeItemState.values()).map(FeeItemState::label),
                        Stream.of(BillState.values()).map(BillState::label),
                        Stream.of(BillStep.values()).map(BillStep::label),
                        Stream.of(ReliefKind.values()).map(ReliefKind::label),
                        Stream.of(PaymentChannel.values()).map(PaymentChannel::label),
                        Stream.of(PaymentOutcome.values()).map(PaymentOutcome::label),
                        Stream.of(LedgerAccount.values()).map(LedgerAccount::label),
                        Stream.of(EntryKind.values()).map(EntryKind::label),
                        Stream.of(StatementSource.values()).map(StatementSource::label),
                        Stream.of(DifferenceKind.values()).map(DifferenceKind::label),
                        Stream.of(RefundGround.values()).map(RefundGround::label),
                        Stream.of(RefundState.values()).map(RefundState::label),
                        Stream.of(ReversalGround.values()).map(ReversalGround::label),
                        Stream.of(StatementState.values()).map(StatementState::label))
                .flatMap(words -> words)
                .forEach(words -> {
                    for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                        assertFalse(words.in(language), words.in(language).contains("."));
                    }
                });
    }
}
