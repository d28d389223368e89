package org.yichuang.catalogue.internal.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads the first sheet of an XLSX file. */
final class XlsxSheet {
    private static final long MOST_UNPACKED = 64L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_CELLS = 200;
    /** Excel keeps no more digits of a number than these. */
    private static final int EXACT_DIGITS = 15;

    private XlsxSheet() {}

    static Spreadsheet read(byte[] bytes) {
        requireBounded(bytes);
        Spreadsheet sheet = new Spreadsheet();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                add(each.next(), sheet);
            }
            return sheet;
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** A small file may unpack to an endless one: count first, and read only what is bounded. */
    private static void requireBounded(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            long unpacked = 0;
            int parts = 0;
            for (Enumeration<ZipArchiveEntry> each = zip.getEntries(); each.hasMoreElements(); ) {
                unpacked += size(zip, each.nextElement(), MOST_UNPACKED - unpacked);
                parts++;
                if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
                    throw new ProblemException(
                            CommonError.TOO_LARGE,
                            LocalizedMessage.of(XlsxSheet.class, "xlsx.unpacks-too-large", (MOST_UNPACKED >> 20)));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** How much a part unpacks to, whatever its header says; a little more than {@code most} when more than that. */
    private static long size(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long size = 0;
        try (InputStream content = zip.getInputStream(part)) {
            for (int n = content.read(chunk); n >= 0 && size <= most; n = content.read(chunk)) {
                size += n;
            }
        }
        return size;
    }

    private static ProblemException unreadable(Exception cause) {
        ProblemException refusal = SpreadsheetFile.unreadable(LocalizedMessage.of(XlsxSheet.class, "xlsx.unreadable"));
        refusal.addSuppressed(cause);
        return refusal;
    }

    private static void add(Row row, Spreadsheet sheet) {
        List<String> cells = new ArrayList<>();
        Optional<Remark> flaw = Optional.empty();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_CELLS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
            if (cell != null && isInexact(cell)) {
                flaw = Optional.of(
                        new Remark(LocalizedMessage.of(XlsxSheet.class, "cell.digits-lost", cell.getAddress())));
            }
        }
        sheet.add(row.getRowNum(), cells, flaw);
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        BigDecimal number = cell.asNumber();
        return Math.abs(number.scale()) > EXACT_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isInexact(Cell cell) {
        return cell.getType() == CellType.NUMBER
                && cell.asNumber().precision() - cell.asNumber().scale() > EXACT_DIGITS;
    }
}
