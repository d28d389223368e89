package org.yichuang.documents.internal.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yichuang.documents.api.TableCell;

/** Puts the values of merged cells into all cells that they cover, row by row from the top. */
final class MergedCells {
    /** More of them than any list has. */
    static final int MOST = 50_000;

    private final List<Range> ranges;
    private final int columns;
    private final SortedMap<Integer, Open> open = new TreeMap<>();
    private int next;

    /** @param columns how many columns are read */
    MergedCells(List<Range> ranges, int columns) {
        this.ranges = new ArrayList<>(ranges);
        this.ranges.sort(Comparator.comparingInt(Range::top));
        this.columns = columns;
    }

    /** Cells that are one: rows from 1, columns from 0, the last ones included. */
    record Range(int top, int left, int bottom, int right) {
        static Range of(String reference) {
            int colon = reference.indexOf(':');
            String from = colon < 0 ? reference : reference.substring(0, colon);
            String to = reference.substring(colon + 1);
            return new Range(
                    CellAddress.row(from), CellAddress.column(from), CellAddress.row(to), CellAddress.column(to));
        }

        String address() {
            return CellAddress.of(top, left) + ":" + CellAddress.of(bottom, right);
        }
    }

    /** A range that reaches into the row, and the cell whose value it shows; null when that one is empty. */
    private record Open(Range range, TableCell anchor) {}

    /** The row with what merged cells show in it. */
    SheetRow spread(SheetRow row) {
        begin(row);
        SortedMap<Integer, TableCell> cells = new TreeMap<>(row.cells());
        open.values().removeIf(each -> each.range().bottom() < row.number());
        open.forEach((column, each) -> {
            if (each.anchor() == null) {
                cells.remove(column);
            } else {
                TableCell anchor = each.anchor();
                cells.put(
                        column,
                        new TableCell(
                                CellAddress.of(row.number(), column),
                                anchor.kind(),
                                anchor.text(),
                                each.range().address()));
            }
        });
        return new SheetRow(row.number(), row.hidden(), row.width(), cells);
    }

    private void begin(SheetRow row) {
        while (next < ranges.size() && ranges.get(next).top() <= row.number()) {
            Range range = ranges.get(next++);
            if (range.bottom() >= row.number()) {
                TableCell anchor = range.top() == row.number() ? row.cells().get(range.left()) : null;
                for (int column = range.left(); column <= Math.min(range.right(), columns - 1); column++) {
                    open.put(column, new Open(range, anchor));
                }
            }
        }
    }
}
