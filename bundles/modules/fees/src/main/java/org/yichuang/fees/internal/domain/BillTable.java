package org.yichuang.fees.internal.domain;

import static org.yichuang.fees.api.BillState.CODE_PENDING;
import static org.yichuang.fees.api.BillState.DEFERRED;
import static org.yichuang.fees.api.BillState.DUE;
import static org.yichuang.fees.api.BillState.EXEMPT;
import static org.yichuang.fees.api.BillState.PAID;
import static org.yichuang.fees.api.BillState.REFUNDED;
import static org.yichuang.fees.api.BillState.SETTLED;
import static org.yichuang.fees.api.BillState.VOID;
import static org.yichuang.fees.api.BillStep.ASK_RELIEF;
import static org.yichuang.fees.api.BillStep.BILL;
import static org.yichuang.fees.api.BillStep.CODE;
import static org.yichuang.fees.api.BillStep.END;
import static org.yichuang.fees.api.BillStep.PAY;
import static org.yichuang.fees.api.BillStep.REFUND;
import static org.yichuang.fees.api.BillStep.REFUSE_RELIEF;
import static org.yichuang.fees.api.BillStep.RELIEVE;
import static org.yichuang.fees.api.BillStep.REVERSE;
import static org.yichuang.fees.api.BillStep.SETTLE;
import static org.yichuang.fees.api.BillStep.TELL;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;

/** Which step leads a demand from where to where. */
public final class BillTable {
    /**
     * A row.
     *
     * @param from null before there is one
     * @param next where it may lead
     */
    public record Row(BillState from, BillStep step, List<BillState> next) {
        /** As the page that describes it has it. */
        public String markdown() {
            return "| " + (from == null ? "–" : from.name()) + " | " + step.word() + " | "
                    + next.stream().map(Enum::name).collect(Collectors.joining(", ")) + " |";
        }
    }

    /** All of them. */
    public static final List<Row> ROWS = List.of(
            row(null, BILL, DUE, CODE_PENDING),
            row(CODE_PENDING, CODE, DUE),
            row(CODE_PENDING, BillStep.VOID, VOID),
            row(CODE_PENDING, END, VOID),
            row(DUE, ASK_RELIEF, DUE),
            row(DUE, RELIEVE, DUE, DEFERRED, EXEMPT),
            row(DUE, REFUSE_RELIEF, DUE),
            row(DUE, PAY, PAID),
            row(DUE, BillStep.VOID, VOID),
            row(DUE, END, VOID),
            row(DEFERRED, PAY, PAID),
            row(DEFERRED, END, VOID),
            row(PAID, SETTLE, SETTLED),
            row(PAID, REFUND, PAID, REFUNDED),
            row(PAID, REVERSE, DUE, DEFERRED),
            row(SETTLED, REFUND, SETTLED, REFUNDED),
            row(REFUNDED, SETTLE, REFUNDED),
            row(VOID, TELL, VOID),
            row(EXEMPT, TELL, EXEMPT),
            row(REFUNDED, TELL, REFUNDED));

    private BillTable() {}

    private static Row row(BillState from, BillStep step, BillState... next) {
        return new Row(from, step, List.of(next));
    }

    /** What may be done where it stands. */
    public static List<BillStep> steps(BillState state) {
        return ROWS.stream().filter(row -> row.from() == state).map(Row::step).toList();
    }

    static boolean leads(BillState from, BillStep step, BillState to) {
        return ROWS.stream()
                .anyMatch(row ->
                        row.from() == from && row.step() == step && row.next().contains(to));
    }
}
