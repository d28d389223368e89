package org.yichuang.fees.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.kernel.api.fee.PayerKind;

/**
 * What is kept encrypted of a demand.
 *
 * @param payer who pays
 * @param payerKind a person or not
 * @param lines what for
 * @param relief what somebody has applied for, null for nothing
 * @param receipt that it was paid, null before
 * @param reversal what has reversed that, null for nothing
 * @param papers the papers that are in force, by their kinds
 * @param notes what has become of it
 */
public record BillContent(
        String payer,
        PayerKind payerKind,
        List<BillLine> lines,
        Relief relief,
        Receipt receipt,
        Receipt reversal,
        Map<String, String> papers,
        List<Note> notes) {
    public BillContent {
        lines = List.copyOf(lines);
        papers = papers == null ? Map.of() : Map.copyOf(papers);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    static BillContent of(Bill.Payer payer, List<BillLine> lines) {
        return new BillContent(payer.name(), payer.kind(), lines, null, null, null, Map.of(), List.of());
    }

    BillContent with(List<BillLine> others) {
        return new BillContent(payer, payerKind, others, relief, receipt, reversal, papers, notes);
    }

    BillContent with(Relief other) {
        return new BillContent(payer, payerKind, lines, other, receipt, reversal, papers, notes);
    }

    BillContent receipted(Receipt by) {
        return new BillContent(payer, payerKind, lines, relief, by, reversal, papers, notes);
    }

    BillContent reversed(Receipt by) {
        return new BillContent(payer, payerKind, lines, relief, receipt, by, papers, notes);
    }

    BillContent noted(List<Note> others) {
        return new BillContent(payer, payerKind, lines, relief, receipt, reversal, papers, others);
    }

    /** @param paper the id of a paper in the place of another one, null for none any more */
    BillContent papered(String kind, String paper) {
        Map<String, String> others = new TreeMap<>(papers);
        if (paper == null) {
            others.remove(kind);
        } else {
            others.put(kind, paper);
        }
        return new BillContent(payer, payerKind, lines, relief, receipt, reversal, others, notes);
    }
}
