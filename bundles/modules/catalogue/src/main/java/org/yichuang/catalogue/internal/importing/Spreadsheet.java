package org.yichuang.catalogue.internal.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** A file as a table: cells under columns that are understood. */
public final class Spreadsheet {
    /** More rows than this are refused. */
    public static final int MOST_ROWS = 5_000;

    private final List<Cells> rows = new ArrayList<>();
    private Map<Column, Integer> columns;
    private int width;

    /** The cells of a row, by column. */
    record Cells(int row, Map<Column, String> texts, Optional<Remark> flaw) {
        /** The cell's text, cleaned; empty when there is none. */
        String get(Column column) {
            return texts.getOrDefault(column, "");
        }
    }

    /** The data rows. */
    List<Cells> rows() {
        if (columns == null) {
            throw new ProblemException(
                    CatalogueError.FILE_COLUMNS, LocalizedMessage.of(Spreadsheet.class, "file.empty"));
        }
        return rows;
    }

    /**
     * Takes the next row: the first one that is not empty holds the headings.
     *
     * @param row its number in the file
     * @param flaw what the reader of the file already found wrong with it
     */
    void add(int row, List<String> cells, Optional<Remark> flaw) {
        if (cells.stream().allMatch(String::isBlank) && flaw.isEmpty()) {
            return;
        }
        if (columns == null) {
            columns = columnsOf(cells);
            width = cells.size();
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(Spreadsheet.class, "file.too-many-rows", MOST_ROWS));
        }
        Map<Column, String> texts = new EnumMap<>(Column.class);
        columns.forEach((column, index) -> {
            if (index < cells.size()) {
                texts.put(column, TextRules.cleaned(cells.get(index)));
            }
        });
        rows.add(new Cells(row, texts, flaw.or(() -> tooWide(cells))));
    }

    private Optional<Remark> tooWide(List<String> cells) {
        boolean more = cells.size() > width
                && cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
        return more
                ? Optional.of(new Remark(LocalizedMessage.of(Spreadsheet.class, "row.too-wide", cells.size(), width)))
                : Optional.empty();
    }

    private static Map<Column, Integer> columnsOf(List<String> headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Optional<Column> column = Column.of(headings.get(i));
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                problems.add(new FieldProblem(
                        column.get().heading(),
                        LocalizedMessage.of(
                                Spreadsheet.class,
                                "heading.repeated",
                                column.get().label())));
            }
        }
        for (Column column : Column.INDISPENSABLE) {
            if (!columns.containsKey(column)) {
                problems.add(new FieldProblem(
                        column.heading(),
                        LocalizedMessage.of(Spreadsheet.class, "heading.missing", column.label(), column.heading())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.FILE_COLUMNS,
                    LocalizedMessage.of(
                            Spreadsheet.class,
                            "headings.invalid",
                            LocalizedMessage.list(
                                    problems.stream().map(FieldProblem::message).toList())),
                    problems);
        }
        return columns;
    }
}
