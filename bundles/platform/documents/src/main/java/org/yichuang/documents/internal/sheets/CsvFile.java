package org.yichuang.documents.internal.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * CSV in UTF-8, else in GB 18030, in which older Excel saves; with the mark of UTF-16, in that, in which Excel saves
 * "Unicode text". Which character separates the cells shows where the headings are found.
 */
final class CsvFile implements TableFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private final String text;
    private final TableLimits limits;

    private CsvFile(String text, TableLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    static CsvFile read(byte[] bytes, TableLimits limits) {
        String text = text(bytes);
        return new CsvFile(text.startsWith(MARK) ? text.substring(MARK.length()) : text, limits);
    }

    private static String text(byte[] bytes) {
        boolean isMarked16 = bytes.length > 1
                && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                        || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff);
        List<Charset> charsets =
                isMarked16 ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, GB18030);
        ProblemException refusal = new ProblemException(
                DocumentError.FILE_UNREADABLE, LocalizedMessage.of(CsvFile.class, "csv.charset-unknown"));
        for (Charset charset : charsets) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                refusal.addSuppressed(e);
            }
        }
        throw refusal;
    }

    @Override
    public List<Place> places() {
        return Stream.of(',', ';', '\t').<Place>map(Cut::new).toList();
    }

    @Override
    public List<LocalizedMessage> notes() {
        return List.of();
    }

    @Override
    public boolean isCut() {
        return true;
    }

    /** The text, cut at a separator. */
    private final class Cut implements Place {
        private final char separator;

        Cut(char separator) {
            this.separator = separator;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public SheetRows open() {
            return new CsvRows(text, separator, limits.columns());
        }
    }
}
