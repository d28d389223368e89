package org.yichuang.windows.internal;

import java.math.BigDecimal;
import java.util.List;

/** What is shown of the power of windows. */
public interface PowerViews {
    /** What windows may decide now. */
    record PowersView(List<PowerView> items) {}

    /**
     * What a window may decide now.
     *
     * @param by who decides now; none where nobody can
     * @param decides how many items are decided on the spot
     * @param takes how many are only taken in
     */
    record PowerView(String window, String name, List<DeciderView> by, int decides, int takes) {}

    /** Somebody who decides: as A or as B, by which letter. */
    record DeciderView(String name, String rank, String letter) {}

    /** The same, item by item. */
    record PowerSheetView(String window, String name, List<PowerLineView> items) {}

    /**
     * An item of a window.
     *
     * @param by who decides on it on the spot now; null where it is only taken in
     */
    record PowerLineView(String item, String name, String department, DeciderView by) {}

    /** The registry-desk index of windows. */
    record DesksView(List<DeskView> items) {}

    /**
     * The registry-desk index of a window (挂号室指数).
     *
     * @param granted of the items of its departments that have entered, in per cent those of which a letter grants the
     *     decision; null without any
     * @param accepted how many cases it has accepted
     * @param decided how many were decided at it
     * @param used decided through accepted, in per cent, a hundred at most; null where it has accepted none
     * @param index both together, of a hundred; null where one of them is
     */
    record DeskView(
            String window,
            String name,
            BigDecimal granted,
            long accepted,
            long decided,
            BigDecimal used,
            BigDecimal index) {}
}
