package org.yichuang.documents.internal.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** Finds the table in a file and hands out its rows. */
public class TableReader implements SpreadsheetReader {
    private static final int LONGEST_SAID = 30;

    @Override
    public TableFacts read(String fileName, InputStream content, TableLayout layout, Consumer<TableRow> rows) {
        byte[] bytes = bytes(content, layout.limits());
        TableFile file = file(fileName, bytes, layout.limits());
        Found found = find(file, layout);
        found.headings().require();
        TableRows taker = new TableRows(found.headings(), layout.limits(), file.isCut(), rows);
        List<LocalizedMessage> notes = new ArrayList<>(file.notes());
        try (SheetRows all = found.place().open()) {
            for (SheetRow row = all.next(); row != null; row = all.next()) {
                taker.take(row);
            }
            notes.addAll(all.notes());
        }
        notes.addAll(found.headings().notes());
        notes.addAll(found.others());
        notes.addAll(taker.notes());
        return new TableFacts(Digests.sha256(bytes), found.place().name(), taker.count(), notes);
    }

    private static byte[] bytes(InputStream content, TableLimits limits) {
        try {
            byte[] bytes = content.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw new ProblemException(
                        CommonError.TOO_LARGE,
                        LocalizedMessage.of(TableReader.class, "file.too-large", limits.bytes() >> 20));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableFile file(String fileName, byte[] bytes, TableLimits limits) {
        boolean isZip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean isOldExcel = bytes.length > 3 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf;
        if (isOldExcel) {
            throw new ProblemException(
                    DocumentError.FILE_UNREADABLE, LocalizedMessage.of(TableReader.class, "file.old-excel"));
        }
        return isZip || fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? XlsxFile.read(bytes, limits)
                : CsvFile.read(bytes, limits);
    }

    /**
     * Where the table stands.
     *
     * @param others what is to be said of the places that are not read
     */
    private record Found(TableFile.Place place, Headings headings, List<LocalizedMessage> others) {}

    /** The first place that has all headings that are needed, else the one that has most. */
    private static Found find(TableFile file, TableLayout layout) {
        Found best = null;
        List<LocalizedMessage> others = new ArrayList<>();
        List<SheetRow> first = new ArrayList<>();
        for (TableFile.Place place : file.places()) {
            List<SheetRow> beginning = beginning(place, file.isCut());
            Optional<Headings> headings = Headings.best(beginning, layout);
            first.addAll(beginning);
            if (headings.isEmpty()) {
                continue;
            }
            boolean isWhole = headings.get().isWhole();
            if (best == null || better(headings.get(), best.headings())) {
                best = new Found(place, headings.get(), others);
            } else if (isWhole && !place.name().isEmpty()) {
                others.add(LocalizedMessage.of(TableReader.class, "sheet.also", place.name()));
            }
        }
        if (best == null) {
            throw notFound(first, layout);
        }
        return best;
    }

    private static boolean better(Headings one, Headings other) {
        return !other.isWhole() && (one.isWhole() || one.count() > other.count());
    }

    private static List<SheetRow> beginning(TableFile.Place place, boolean isCut) {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetRows all = place.open()) {
            for (SheetRow row = all.next(); row != null && rows.size() < HEADING_ROWS; row = all.next()) {
                if (!row.cells().isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (ProblemException broken) {
            if (!isCut) {
                throw broken;
            }
            return rows; // cut at another separator it may be whole; when this is the one, it is refused later
        }
        return rows;
    }

    private static ProblemException notFound(List<SheetRow> first, TableLayout layout) {
        if (first.isEmpty()) {
            return new ProblemException(
                    DocumentError.FILE_COLUMNS, LocalizedMessage.of(TableReader.class, "file.empty"));
        }
        SheetRow row = first.get(0);
        return new ProblemException(
                DocumentError.FILE_COLUMNS,
                LocalizedMessage.of(
                        TableReader.class,
                        "headings.not-found",
                        HEADING_ROWS,
                        LocalizedMessage.list(layout.columns().stream()
                                .filter(Column::required)
                                .map(Column::label)
                                .toList()),
                        row.number(),
                        LocalizedMessage.list(row.cells().values().stream()
                                .limit(HEADING_ROWS)
                                .map(cell -> LocalizedMessage.verbatim(shortened(cell.text())))
                                .toList())));
    }

    private static String shortened(String text) {
        return TextRules.first(TextRules.cleaned(text), LONGEST_SAID);
    }
}
