package org.yichuang.catalogue.internal.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads CSV in UTF-8, or else in GB 18030, in which older Excel saves. */
final class CsvSheet {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvSheet() {}

    static Spreadsheet read(byte[] bytes) {
        Spreadsheet sheet = new Spreadsheet();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).build();
        try (CSVParser parser = format.parse(new StringReader(text(bytes)))) {
            for (CSVRecord row : parser) {
                sheet.add((int) row.getRecordNumber(), row.toList(), Optional.empty());
            }
            return sheet;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw SpreadsheetFile.unreadable(
                    LocalizedMessage.of(CsvSheet.class, "csv.quotes-mismatched", e.getMessage()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = strictly(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return chinese(bytes);
        }
    }

    private static String chinese(byte[] bytes) {
        try {
            return strictly(bytes, GB18030);
        } catch (CharacterCodingException e) {
            ProblemException refusal =
                    SpreadsheetFile.unreadable(LocalizedMessage.of(CsvSheet.class, "csv.charset-unknown"));
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
