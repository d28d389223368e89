package org.yichuang.catalogue.internal.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
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
            throw new ProblemException(CatalogueError.FILE_COLUMNS, "文件是空的，没有标题行", "The file is empty: no headings");
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
                    CommonError.TOO_LARGE,
                    "文件超过 " + MOST_ROWS + " 行，请分批导入",
                    "The file has more than " + MOST_ROWS + " rows: import it in parts");
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
                ? Optional.of(new Remark(
                        "单元格多于标题（" + cells.size() + " 个对 " + width + " 个），可能有未加引号的逗号",
                        "There are more cells than headings (" + cells.size() + " against " + width
                                + "): perhaps a comma without quotes"))
                : Optional.empty();
    }

    private static Map<Column, Integer> columnsOf(List<String> headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Optional<Column> column = Column.of(headings.get(i));
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                String name = column.get().heading();
                problems.add(new FieldProblem(name, "标题重复：" + column.get().chinese(), "Two headings mean " + name));
            }
        }
        for (Column column : Column.INDISPENSABLE) {
            if (!columns.containsKey(column)) {
                String name = column.heading();
                problems.add(new FieldProblem(name, "缺少列：" + column.chinese() + "（" + name + "）", "No column " + name));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.FILE_COLUMNS,
                    "标题行不符合要求："
                            + String.join(
                                    "；", problems.stream().map(FieldProblem::zh).toList()),
                    "The headings will not do: "
                            + String.join(
                                    "; ",
                                    problems.stream().map(FieldProblem::en).toList()),
                    problems);
        }
        return columns;
    }
}
