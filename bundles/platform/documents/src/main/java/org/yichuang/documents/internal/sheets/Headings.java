package org.yichuang.documents.internal.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A row, taken for the one of the headings. */
final class Headings {
    private static final int LONGEST = 100;

    private final TableLayout layout;
    private final SheetRow row;
    private final Map<Column, Integer> found = new LinkedHashMap<>();
    private final List<Column> repeated = new ArrayList<>();
    private final List<TableCell> strange = new ArrayList<>();

    private Headings(TableLayout layout, SheetRow row) {
        this.layout = layout;
        this.row = row;
        row.cells().forEach(this::take);
    }

    /** The row that has most of the headings, the first of them; empty when none has any. */
    static Optional<Headings> best(List<SheetRow> rows, TableLayout layout) {
        Headings best = null;
        for (SheetRow row : rows) {
            Headings each = new Headings(layout, row);
            if (each.count() > (best == null ? 0 : best.count())) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private void take(int at, TableCell cell) {
        if (isBeside(at, cell) || cell.text().length() > LONGEST) {
            return;
        }
        String word = TableLayout.plain(cell.text());
        Optional<Column> column = layout.columns().stream()
                .filter(each -> each.headings().contains(word))
                .findFirst();
        if (column.isEmpty()) {
            if (!cell.text().isBlank()) {
                strange.add(cell);
            }
        } else if (found.putIfAbsent(column.get(), at) != null) {
            repeated.add(column.get());
        }
    }

    /** Whether the heading is merged with a cell to its left, which has been taken. */
    private static boolean isBeside(int at, TableCell cell) {
        return cell.isSpread() && MergedCells.Range.of(cell.merged()).left() < at;
    }

    int count() {
        return found.size();
    }

    boolean isWhole() {
        return layout.columns().stream().noneMatch(column -> column.required() && !found.containsKey(column));
    }

    /** The first row that may be one of data. */
    int firstRow() {
        int last = row.number();
        for (int column : found.values()) {
            TableCell cell = row.cells().get(column);
            if (!cell.merged().isEmpty()) {
                last = Math.max(last, MergedCells.Range.of(cell.merged()).bottom());
            }
        }
        return last + 1;
    }

    /** How many cells the row has. */
    int width() {
        return row.width();
    }

    /** The columns, and where they stand. */
    Map<Column, Integer> columns() {
        return found;
    }

    /** Refuses headings that do not make a table. */
    void require() {
        List<FieldProblem> problems = new ArrayList<>();
        repeated.forEach(column -> problems.add(problem(column, "heading.repeated")));
        Map<Column, TableCell> meant = meant();
        for (Column column : layout.columns()) {
            if (column.required() && !found.containsKey(column)) {
                problems.add(
                        meant.containsKey(column)
                                ? problem(column, "heading.missing-but", told(meant.get(column)))
                                : problem(column, "heading.missing"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    DocumentError.FILE_COLUMNS,
                    LocalizedMessage.of(
                            Headings.class,
                            "headings.invalid",
                            LocalizedMessage.list(
                                    problems.stream().map(FieldProblem::message).toList())),
                    problems);
        }
    }

    private static FieldProblem problem(Column column, String key, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = column.label();
        arguments[1] = column.headings().get(0);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new FieldProblem(column.headings().get(0), LocalizedMessage.of(Headings.class, key, arguments));
    }

    private static LocalizedMessage told(TableCell cell) {
        return LocalizedMessage.of(Headings.class, "heading.told", cell.text().strip(), cell.address());
    }

    /** What is to be said of headings that nobody knows. */
    List<LocalizedMessage> notes() {
        Map<TableCell, Column> meanings = new HashMap<>();
        meant().forEach((column, cell) -> meanings.put(cell, column));
        return strange.stream()
                .map(cell -> meanings.containsKey(cell)
                        ? LocalizedMessage.of(
                                Headings.class, "heading.unknown-but", told(cell), nearest(cell, meanings.get(cell)))
                        : LocalizedMessage.of(Headings.class, "heading.unknown", told(cell)))
                .toList();
    }

    /** Which of the headings that nobody knows is probably meant for which column that is not there. */
    private Map<Column, TableCell> meant() {
        Map<Column, TableCell> meant = new LinkedHashMap<>();
        for (TableCell cell : strange) {
            layout.columns().stream()
                    .filter(column -> !found.containsKey(column) && !meant.containsKey(column))
                    .filter(column -> !nearest(cell, column).isEmpty())
                    .findFirst()
                    .ifPresent(column -> meant.put(column, cell));
        }
        return meant;
    }

    /** The heading of a column that is nearest to what stands in a cell; empty when none is near. */
    private static String nearest(TableCell cell, Column column) {
        String word = TableLayout.plain(cell.text());
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String heading : column.headings()) {
            int distance = Distance.between(word, heading);
            if (distance < least && distance <= Math.max(1, heading.length() / 3) && heading.length() > 2) {
                nearest = heading;
                least = distance;
            }
        }
        return nearest;
    }
}
