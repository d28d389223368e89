package org.yichuang.fees.api;

import java.util.Locale;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done with paper receipts; each step takes numbers from where they are to another place. */
public enum StockStep {
    /** 购领: they come from finance. */
    BUY(null, Set.of()),
    /** 领用. */
    ISSUE(StockState.ISSUED, Set.of(StockState.BLANK)),
    /** 使用. */
    USE(StockState.USED, Set.of(StockState.ISSUED)),
    /** 作废. */
    VOID(StockState.VOIDED, Set.of(StockState.ISSUED)),
    /** 遗失: with what was decided about it. */
    LOSE(StockState.LOST, Set.of(StockState.BLANK, StockState.ISSUED)),
    /** 缴销: they go back to finance. */
    RETURN(StockState.RETURNED, Set.of(StockState.BLANK, StockState.ISSUED)),
    /** 清查. */
    COUNT(null, Set.of()),
    /** 归档. */
    CLOSE(null, Set.of());

    private final StockState to;
    private final Set<StockState> from;

    StockStep(StockState to, Set<StockState> from) {
        this.to = to;
        this.from = from;
    }

    /** Where numbers are afterwards; null for a step that moves none. */
    public StockState to() {
        return to;
    }

    /** Where they may have been. */
    public Set<StockState> from() {
        return from;
    }

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StockStep.class, "stock-step." + name());
    }
}
