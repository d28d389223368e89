package org.yichuang.catalogue.internal.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads a file of either format within its bounds. */
public final class SpreadsheetFile {
    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 5 << 20;

    private SpreadsheetFile() {}

    /** Reads all bytes; {@code too-large} beyond {@link #LARGEST}. */
    public static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(
                        CommonError.TOO_LARGE,
                        LocalizedMessage.of(SpreadsheetFile.class, "file.too-large", (LARGEST >> 20)));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the table; {@code file-unreadable}, {@code file-columns}, {@code too-large}. */
    public static Spreadsheet read(String fileName, byte[] bytes) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean oldExcel = bytes.length > 3 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf;
        if (oldExcel) {
            throw unreadable(LocalizedMessage.of(SpreadsheetFile.class, "file.old-excel"));
        }
        if (zip || name.endsWith(".xlsx")) {
            return XlsxSheet.read(bytes);
        }
        return CsvSheet.read(bytes);
    }

    static ProblemException unreadable(LocalizedMessage message) {
        return new ProblemException(CatalogueError.FILE_UNREADABLE, message);
    }
}
