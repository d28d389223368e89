package org.yichuang.documents.internal.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.documents.internal.files.Archives.DOCX;
import static org.yichuang.documents.internal.files.Archives.OFD;
import static org.yichuang.documents.internal.files.Archives.XLSX;
import static org.yichuang.documents.internal.files.Archives.exchanged;
import static org.yichuang.documents.internal.files.Archives.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.ProblemException;

/** What a file is says its content; what could harm whoever opens it is not taken. */
public class FileInspectionTest {
    private static final int MEBI = 1 << 20;

    @Test
    public void theTypeIsToldByTheContent() {
        assertEquals(FileType.PDF, type(bytes("%PDF-1.7 ...")));
        assertEquals(FileType.PNG, type(bytes("\u0089PNG\r\n\u001A\n...")));
        assertEquals(FileType.JPEG, type(bytes("\u00FF\u00D8\u00FF\u00E0")));
        assertEquals(FileType.OFD, type(zip(OFD)));
        assertEquals(FileType.DOCX, type(zip(DOCX, "word/embeddings/oleObject1.bin", "word/media/图片.png")));
        assertEquals(FileType.XLSX, type(zip(XLSX, "xl/sharedStrings.xml")));
    }

    @Test
    public void officeProgramsInBrowsersNumberTheMainPart() {
        for (String part : new String[] {"word/document2.xml", "word/document22.xml"}) {
            assertEquals(part, FileType.DOCX, type(zip(new String[] {"[Content_Types].xml", "_rels/.rels", part})));
        }
        assertEquals(FileType.XLSX, type(zip(new String[] {"[Content_Types].xml", "_rels/.rels", "xl/workbook2.xml"})));
        assertEquals(
                "type-not-taken", refusal(zip(new String[] {"[Content_Types].xml", "word/documents/document.xml"})));
    }

    @Test
    public void aDirectoryOfSeveralPartsOfTheStoreIsRead() {
        String[] many = new String[6_000];
        Arrays.setAll(many, i -> "word/media/" + "x".repeat(60) + i + ".png");

        assertEquals(FileType.DOCX, type(zip(many, DOCX)));
    }

    @Test
    public void aBeginningAloneIsNoFile() {
        assertEquals("empty", refusal(new byte[0]));
        assertEquals("type-not-taken", refusal(bytes("%PDF-")));
        assertEquals("type-not-taken", refusal(bytes("PK\3\4")));
        assertEquals("type-not-taken", refusal(bytes("plain text")));
    }

    @Test
    public void whatBeginsAsNothingThatIsTakenIsNotReadToItsEnd() {
        int[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'M';
            }
        };

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> Spool.of(new KnownBeginning(endless), Long.MAX_VALUE));

        assertEquals("file-refused", refusal.code().code());
        assertTrue(read[0] + " bytes were read", read[0] <= Spool.PART);
    }

    @Test
    public void anArchiveOfSomethingElseIsNotTaken() {
        assertEquals("type-not-taken", refusal(zip(new String[] {"readme.txt", "word/document.xml"})));
        assertEquals("type-not-taken", refusal(zip(new String[] {"META-INF/MANIFEST.MF", "A.class"})));
        assertEquals("archive-unreadable", refusal(bytes("PK\3\4 OOFD.OFD.xml without a directory")));
    }

    @Test
    public void macrosAreRefusedUnderWhateverName() {
        assertEquals("archive-macros", refusal(zip(DOCX, "word/vbaProject.bin")));
        assertEquals("archive-macros", refusal(zip(XLSX, "xl\\VBAPROJECT.BIN")));
        assertEquals("archive-macros", refusal(zip(XLSX, "xl/macrosheets/sheet1.xml")));
    }

    @Test
    public void programsInsideAreRefused() {
        for (String program : new String[] {"setup.exe", "word/media/发票.PDF.scr", "a/b.js", "x.lnk", "m.docm"}) {
            assertEquals(program, "archive-program", refusal(zip(DOCX, program)));
        }
    }

    @Test
    public void pathsThatLeadOutAreRefused() {
        for (String path : new String[] {"../x.xml", "word/../../x.xml", "/etc/x.xml", "C:\\x.xml", "word\\..\\x"}) {
            assertEquals(path, "archive-unreadable", refusal(zip(OFD, path)));
        }
    }

    @Test
    public void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = zip(6 * MEBI, OFD);

        assertTrue("packed well: " + bomb.length, bomb.length < MEBI / 8);
        assertEquals("archive-too-large", refusal(bomb));
    }

    @Test
    public void aLargeWorkbookThatPacksAsUsualIsTaken() {
        byte[] noise = new byte[MEBI];
        new Random(7).nextBytes(noise);
        StringBuilder rows = new StringBuilder(20 * MEBI);
        for (int i = 0; rows.length() < 20 * MEBI; i++) {
            rows.append("<c r=\"A")
                    .append(i)
                    .append("\"><v>")
                    .append(noise[i % MEBI] * 31 + i)
                    .append("</v></c>");
        }

        assertEquals(FileType.XLSX, type(Archives.with("xl/worksheets/sheet2.xml", bytes(rows.toString()), XLSX)));
    }

    @Test
    public void anEntryThatHoldsMoreThanItSaysIsRefused() {
        byte[] lying = zip(3 * MEBI, DOCX);
        setUnpackedSizes(lying, 1_000);

        assertEquals("archive-unreadable", refusal(lying));
    }

    @Test
    public void entriesThatShareTheirBytesAreRefused() {
        byte[] archive = zip(DOCX);
        ByteBuffer directory = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 46; at++) {
            if (directory.getInt(at) == 0x02014B50) {
                directory.putInt(at + 42, 0);
            }
        }

        assertEquals("archive-unreadable", refusal(archive));
    }

    @Test
    public void anEntryThatIsCalledOtherwiseAtItsPlaceIsRefused() {
        byte[] archive = zip(DOCX, "word/media1.xml");
        byte[] hidden = archive.clone();
        byte[] other = exchanged(Arrays.copyOf(archive, archive.length / 2), "word/media1.xml", "word/media1.exe");
        System.arraycopy(other, 0, hidden, 0, other.length);
        byte[] differs = exchanged(archive, "word/document.xml", "word/documenu.xml");

        assertEquals("type-not-taken", refusal(differs));
        assertEquals("archive-unreadable", refusal(hidden));
    }

    @Test
    public void anArchiveWithAPasswordIsRefused() {
        byte[] locked = zip(DOCX);
        ByteBuffer directory = ByteBuffer.wrap(locked).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < locked.length - 46; at++) {
            if (directory.getInt(at) == 0x02014B50) {
                directory.putShort(at + 8, (short) (directory.getShort(at + 8) | 1));
            }
        }

        assertEquals("archive-encrypted", refusal(locked));
    }

    @Test
    public void anArchiveThatWasCutOffOrGoesOnIsRefused() {
        byte[] whole = zip(XLSX);

        assertEquals("archive-unreadable", refusal(Arrays.copyOf(whole, whole.length - 1)));
        assertEquals("archive-unreadable", refusal(Arrays.copyOf(whole, whole.length + 1)));
        for (int end = 5; end < whole.length; end += 37) {
            assertEquals("at " + end, "archive-unreadable", refusal(Arrays.copyOf(whole, end)));
        }
    }

    @Test
    public void anyByteThatIsTurnedNeverFailsOtherwiseThanByARefusal() {
        byte[] whole = zip(40, OFD);
        for (int at = 4; at < whole.length; at++) {
            byte[] turned = whole.clone();
            turned[at] ^= (byte) 0xFF;
            try {
                type(turned);
            } catch (ProblemException e) {
                assertEquals("file-refused", e.code().code());
            }
        }
    }

    private static void setUnpackedSizes(byte[] archive, int size) {
        ByteBuffer directory = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 46; at++) {
            if (directory.getInt(at) == 0x02014B50) {
                directory.putInt(at + 24, size);
            }
        }
    }

    private static String refusal(byte[] content) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> type(content));
        assertEquals("file-refused", refusal.code().code());
        return Refusals.keyOf(refusal);
    }

    private static FileType type(byte[] content) {
        try (Spool spool = Spool.of(new ByteArrayInputStream(content), Integer.MAX_VALUE)) {
            return FileInspection.typeOf(new SpooledBytes(spool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
