package org.yichuang.documents.internal.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.ProblemException;

/** A file is called what it is, by a name that nothing obeys. */
public class FileNamesTest {
    @Test
    public void aNameThatFitsStays() {
        assertEquals("营业执照（副本）.pdf", name("营业执照（副本）.pdf", FileType.PDF));
        assertEquals("图纸.PDF", name("图纸.PDF", FileType.PDF));
        assertEquals("照片.jpeg", name("照片.jpeg", FileType.JPEG));
    }

    @Test
    public void aNameThatSaysNothingIsGivenItsEnding() {
        assertEquals("file.pdf", name(null, FileType.PDF));
        assertEquals("file.pdf", name("  ", FileType.PDF));
        assertEquals("file.docx", name(".docx", FileType.DOCX));
        assertEquals("合同2026.9.14.pdf", name("合同2026.9.14", FileType.PDF));
        assertEquals("htaccess.png", name(".htaccess", FileType.PNG));
    }

    @Test
    public void picturesAreCalledWhatTheyAre() {
        assertEquals("证件照.png", name("证件照.jpg", FileType.PNG));
        assertEquals("证件照.jpg", name("证件照.PNG", FileType.JPEG));
    }

    @Test
    public void aNameThatSaysSomethingElseIsRefused() {
        for (String other :
                new String[] {"a.exe", "a.pdf.exe", "a.docx", "a.jpg", "a.html", "a.svg", "a.zip", "a.ofd"}) {
            ProblemException refusal = assertThrows(other, ProblemException.class, () -> name(other, FileType.PDF));
            assertEquals("file-refused", refusal.code().code());
            assertEquals("name-of-other-type", Refusals.keyOf(refusal));
        }
    }

    @Test
    public void whatTurnsTheDirectionOfWritingHidesNoEnding() {
        assertEquals("合同fdp.pdf", name("合同\u202Efdp.pdf", FileType.PDF));
        assertThrows(ProblemException.class, () -> name("合同\u202Efdp.exe", FileType.PDF));
        assertEquals("ab.pdf", name("a\u200B\u2066\u200Fb\uFEFF.pdf", FileType.PDF));
    }

    @Test
    public void pathsControlsAndWhatNoFolderTakesAreLeftOut() {
        assertEquals("b.pdf", name("C:\\temp\\..\\b.pdf", FileType.PDF));
        assertEquals("passwd.pdf", name("../../etc/passwd", FileType.PDF));
        assertEquals("ab.pdf", name("a\r\n\0\u0007b\u2028.pdf", FileType.PDF));
        assertEquals("a_b_c.pdf", name("a:b|c.pdf", FileType.PDF));
        assertEquals("a.pdf", name("a.pdf. .", FileType.PDF));
    }

    @Test
    public void aLongNameKeepsItsEnding() {
        String kept = name("长".repeat(300) + ".pdf", FileType.PDF);

        assertEquals("长".repeat(196) + ".pdf", kept);
    }

    private static String name(String given, FileType type) {
        return FileNames.of(given, type);
    }
}
