package org.yichuang.documents.internal.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Makes rows of a table out of rows of a sheet, and hands them on. */
final class TableRows {
    private static final int MOST_NOTES = 20;

    private final Headings headings;
    private final TableLimits limits;
    private final boolean isCut;
    private final Consumer<TableRow> rows;
    private final CellRules rules;
    private final List<LocalizedMessage> notes = new ArrayList<>();
    private int count;

    /** @param isCut whether more cells than headings mean that a separator stood within a text */
    TableRows(Headings headings, TableLimits limits, boolean isCut, Consumer<TableRow> rows) {
        this.headings = headings;
        this.limits = limits;
        this.isCut = isCut;
        this.rows = rows;
        this.rules = new CellRules(limits.cell());
    }

    void take(SheetRow row) {
        if (row.number() < headings.firstRow() || row.isEmpty()) {
            return;
        }
        if (isOneText(row)) {
            if (notes.size() < MOST_NOTES) {
                TableCell words = row.cells().values().iterator().next();
                notes.add(LocalizedMessage.of(TableRows.class, "row.one-text", row.number(), words.merged()));
            }
            return;
        }
        if (count == limits.rows()) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(TableRows.class, "file.too-many-rows", limits.rows()));
        }
        count++;
        rows.accept(tableRow(row));
    }

    /** A heading of a section or a remark below the table: one text over all columns. */
    private boolean isOneText(SheetRow row) {
        TableCell first = row.cells().get(row.cells().firstKey());
        return headings.columns().size() > 1
                && !first.merged().isEmpty()
                && headings.columns().values().stream()
                        .allMatch(at -> row.cells().containsKey(at)
                                && row.cells().get(at).merged().equals(first.merged()));
    }

    private TableRow tableRow(SheetRow row) {
        Map<String, TableCell> cells = new HashMap<>();
        List<LocalizedMessage> flaws = new ArrayList<>();
        Map<String, LocalizedMessage> merged = new LinkedHashMap<>();
        for (Map.Entry<Column, Integer> column : headings.columns().entrySet()) {
            TableCell cell = row.cells().get(column.getValue());
            if (cell == null || cell.text().isEmpty()) {
                continue;
            }
            rules.flaw(column.getKey().content(), cell).ifPresent(flaws::add);
            cells.put(column.getKey().id(), rules.normal(column.getKey().content(), cell));
            if (cell.isSpread()) {
                merged.putIfAbsent(
                        cell.merged(),
                        LocalizedMessage.of(
                                TableRows.class, "row.merged", column.getKey().label(), cell.merged()));
            }
        }
        if (isCut && row.cells().lastKey() >= headings.width()) {
            flaws.add(LocalizedMessage.of(TableRows.class, "row.too-wide", row.width(), headings.width()));
        }
        List<LocalizedMessage> said = new ArrayList<>(merged.values());
        if (row.hidden()) {
            said.add(LocalizedMessage.of(TableRows.class, "row.hidden"));
        }
        return new TableRow(row.number(), cells, flaws, said);
    }

    int count() {
        return count;
    }

    List<LocalizedMessage> notes() {
        return notes;
    }
}
