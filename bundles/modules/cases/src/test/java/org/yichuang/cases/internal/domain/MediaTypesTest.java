package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.cases.internal.domain.MediaTypes.Recognition;

/** What a file is says its content, in whatever pieces it comes. */
public class MediaTypesTest {
    @Test
    public void theKindIsToldByTheContent() {
        assertEquals(Optional.of(MediaTypes.PDF), kind("%PDF-1.7"));
        assertEquals(Optional.of(MediaTypes.PNG), kind("\u0089PNG\r\n\u001A\n..."));
        assertEquals(Optional.of(MediaTypes.JPEG), kind("\u00FF\u00D8\u00FF\u00E0"));
        assertEquals(Optional.of(MediaTypes.OFD), kind("PK\3\4 OOFD.OFD.xml"));
        assertEquals(Optional.of(MediaTypes.DOCX), kind("PK\3\4 wordword/document.xml"));
        assertEquals(Optional.of(MediaTypes.XLSX), kind("PK\3\4 xxl/workbook.xml"));
    }

    @Test
    public void aBeginningAloneIsNoFile() {
        assertEquals(Optional.empty(), kind("%PDF-"));
        assertEquals(Optional.empty(), kind("PK\3\4"));
        assertEquals(Optional.empty(), kind(""));
    }

    @Test
    public void anArchiveOfSomethingElseIsNotTaken() {
        assertEquals(Optional.empty(), kind("PK\3\4 readme.txt"));
        assertEquals(Optional.empty(), kind("word/ without an archive"));
    }

    @Test
    public void whatCannotBecomeAnyIsToldAtOnce() {
        Recognition recognition = new Recognition();
        recognition.take(bytes("%PD"), 0, 3);
        assertFalse(recognition.isHopeless());
        recognition.take(bytes("Q"), 0, 1);
        assertTrue(recognition.isHopeless());
    }

    /** In one piece, and byte by byte: it makes no difference. */
    private static Optional<MediaTypes> kind(String content) {
        byte[] bytes = bytes(content);
        Recognition whole = new Recognition();
        whole.take(bytes, 0, bytes.length);
        Recognition pieces = new Recognition();
        for (int i = 0; i < bytes.length; i++) {
            pieces.take(bytes, i, 1);
        }
        assertEquals(whole.result(), pieces.result());
        return whole.result();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
