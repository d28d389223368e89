package org.yichuang.documents.internal.files;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Tells by its content what a file is, and refuses what is not taken. */
final class FileInspection {
    /** How many bytes tell whether a file may be one that is taken. */
    static final int BEGINNING = 8;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The main part; Word and Excel in browsers number it. */
    private static final Pattern TEXT = Pattern.compile("word/document\\d*\\.xml");

    private static final Pattern WORKBOOK = Pattern.compile("xl/workbook\\d*\\.xml");

    private FileInspection() {}

    /** Whether bytes may be the first of a file that is taken. */
    static boolean mayBegin(byte[] bytes, int length) {
        return begins(PDF, bytes, length)
                || begins(JPEG, bytes, length)
                || begins(PNG, bytes, length)
                || begins(ZIP, bytes, length);
    }

    private static boolean begins(byte[] magic, byte[] bytes, int length) {
        int compared = Math.min(magic.length, length);
        return Arrays.equals(magic, 0, compared, bytes, 0, compared);
    }

    /** What a file is. @throws ProblemException {@code file-refused} */
    static FileType typeOf(SpooledBytes file) throws IOException {
        if (file.size() == 0) {
            throw refused("empty");
        }
        byte[] beginning = file.read(0, BEGINNING);
        if (isLonger(file, PDF, beginning)) {
            return FileType.PDF;
        }
        if (isLonger(file, JPEG, beginning)) {
            return FileType.JPEG;
        }
        if (isLonger(file, PNG, beginning)) {
            return FileType.PNG;
        }
        if (isLonger(file, ZIP, beginning)) {
            return typeOf(ArchiveInspection.names(file));
        }
        throw notTaken();
    }

    private static boolean isLonger(SpooledBytes file, byte[] magic, byte[] beginning) {
        return file.size() > magic.length && begins(magic, beginning, beginning.length);
    }

    private static FileType typeOf(Set<String> names) {
        if (names.contains("OFD.xml")) {
            return FileType.OFD;
        }
        if (names.contains("[Content_Types].xml") && holds(TEXT, names)) {
            return FileType.DOCX;
        }
        if (names.contains("[Content_Types].xml") && holds(WORKBOOK, names)) {
            return FileType.XLSX;
        }
        throw notTaken();
    }

    private static boolean holds(Pattern part, Set<String> names) {
        return names.stream().anyMatch(part.asMatchPredicate());
    }

    static ProblemException notTaken() {
        return refused("type-not-taken", FileType.taken());
    }

    static ProblemException refused(String key, Object... arguments) {
        return new ProblemException(
                DocumentError.FILE_REFUSED, LocalizedMessage.of(FileInspection.class, key, arguments));
    }
}
