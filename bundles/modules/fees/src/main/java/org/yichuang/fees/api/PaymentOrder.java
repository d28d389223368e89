package org.yichuang.fees.api;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.TenantId;

/**
 * What a treasury is told of a demand.
 *
 * @param centre whose it is
 * @param version grows whenever something has become of the demand: of two orders of a request the higher one holds,
 *     whichever comes last
 * @param request the name of the order, of which there is one for a demand, for ever
 * @param number of the demand
 * @param payer who pays
 * @param fen how much is to be paid
 * @param due the last day
 * @param open whether anything is to be paid by it still
 * @param lines what for
 */
public record PaymentOrder(
        TenantId centre,
        String request,
        int version,
        String number,
        String payer,
        long fen,
        LocalDate due,
        boolean open,
        List<Line> lines) {
    public PaymentOrder {
        lines = List.copyOf(lines);
    }

    /** Whether another one tells the same of the demand. */
    public boolean isSame(PaymentOrder other) {
        return withVersion(0).equals(other.withVersion(0));
    }

    private PaymentOrder withVersion(int other) {
        return new PaymentOrder(centre, request, other, number, payer, fen, due, open, lines);
    }

    /**
     * A line.
     *
     * @param fee the code of the fee item
     * @param unit 执收单位
     * @param fen how much of it
     */
    public record Line(String fee, String name, String unit, long fen) {}
}
