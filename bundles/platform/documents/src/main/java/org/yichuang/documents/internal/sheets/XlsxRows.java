package org.yichuang.documents.internal.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableCell.Kind;
import org.yichuang.kernel.api.LocalizedMessage;

/** The rows of a sheet of a workbook. */
final class XlsxRows implements SheetRows {
    private static final int LENGTH_OF_MOMENT = "2026-03-01T08:30:00".length();

    private final XlsxFile file;
    private final XmlPart xml;
    private final MergedCells merged;
    private final int columns;
    private final List<LocalizedMessage> notes = new ArrayList<>();
    private int row;

    XlsxRows(XlsxFile file, XmlPart xml, MergedCells merged, int columns) {
        this.file = file;
        this.xml = xml;
        this.merged = merged;
        this.columns = columns;
    }

    @Override
    public SheetRow next() {
        try {
            while (xml.nextElement()) {
                if (xml.name().equals("row")) {
                    return merged.spread(row());
                }
                if (xml.name().equals("mergeCells") || xml.name().equals("extLst")) {
                    return null;
                }
                if (xml.name().equals("col") && xml.flag("hidden")) {
                    hidden(xml.number("min", 1), xml.number("max", 1));
                }
            }
            return null;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw XlsxFile.unreadable(e);
        }
    }

    private void hidden(int from, int to) {
        if (from <= columns) {
            notes.add(LocalizedMessage.of(
                    XlsxRows.class,
                    "columns.hidden",
                    CellAddress.letters(from - 1),
                    CellAddress.letters(Math.min(to, columns) - 1)));
        }
    }

    @Override
    public List<LocalizedMessage> notes() {
        return notes;
    }

    private SheetRow row() throws XMLStreamException {
        String number = xml.attribute("r");
        row = number == null ? row + 1 : CellAddress.number(number);
        boolean isHidden = xml.flag("hidden");
        SortedMap<Integer, TableCell> cells = new TreeMap<>();
        int column = -1;
        while (xml.nextTag()) {
            if (!xml.name().equals("c")) {
                xml.skip();
                continue;
            }
            String address = xml.attribute("r");
            column = address == null ? column + 1 : CellAddress.column(address);
            TableCell cell = cell(CellAddress.of(row, column));
            if (column < columns && cell.kind() != Kind.EMPTY) {
                cells.put(column, cell);
            }
        }
        return new SheetRow(row, isHidden, column + 1, cells);
    }

    private TableCell cell(String address) throws XMLStreamException {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String formula = null;
        String value = null;
        while (xml.nextTag()) {
            switch (xml.name()) {
                case "f" -> formula = xml.text();
                case "v" -> value = xml.text();
                case "is" -> value = xml.words();
                default -> xml.skip();
            }
        }
        if (value == null || value.isEmpty() && !"str".equals(type)) {
            return formula == null
                    ? new TableCell(address, Kind.EMPTY, "", "")
                    : new TableCell(address, Kind.UNCOMPUTED, "=" + formula, "");
        }
        return value(address, type == null ? "n" : type, style, value);
    }

    private TableCell value(String address, String type, int style, String value) {
        return switch (type) {
            case "s" -> text(address, file.text(Integer.parseInt(value.strip())));
            case "str" -> text(address, CellText.decoded(value));
            case "inlineStr" -> text(address, value);
            case "b" -> new TableCell(address, Kind.BOOLEAN, value.strip().equals("1") ? "TRUE" : "FALSE", "");
            case "e" -> new TableCell(address, Kind.ERROR, value, "");
            case "d" -> new TableCell(address, Kind.DATE, day(value), "");
            default -> number(address, style, value);
        };
    }

    /** A moment as newer workbooks write it, without what is not told of days. */
    private static String day(String moment) {
        return moment.substring(0, Math.min(moment.length(), LENGTH_OF_MOMENT)).replace("T00:00:00", "");
    }

    private static TableCell text(String address, String words) {
        return new TableCell(address, words.isEmpty() ? Kind.EMPTY : Kind.TEXT, CellText.revived(words), "");
    }

    private TableCell number(String address, int style, String value) {
        BigDecimal number = CellNumbers.number(value);
        if (file.formats().isDate(style)) {
            return new TableCell(address, Kind.DATE, CellNumbers.date(number, file.isFrom1904()), "");
        }
        int digits = file.formats().digits(style);
        return digits == 0
                ? new TableCell(address, Kind.NUMBER, CellNumbers.text(number), "")
                : new TableCell(address, Kind.TEXT, CellNumbers.padded(number, digits), "");
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw XlsxFile.unreadable(e);
        }
    }
}
