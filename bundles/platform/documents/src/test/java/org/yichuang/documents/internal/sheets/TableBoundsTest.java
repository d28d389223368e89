package org.yichuang.documents.internal.sheets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.number;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.row;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.CommonError;

/** What is not taken, and why: files that are damaged, that attack, or that are too large. */
public class TableBoundsTest extends TableReading {
    @Test
    public void whatIsNoTableIsRefused() {
        assertEquals("CSV 第 2 行的引号不成对或位置不对", refused(DocumentError.FILE_UNREADABLE, "a.csv", "编码,名称\n\"A-1,甲"));
        assertTrue(refused(DocumentError.FILE_UNREADABLE, "a.xlsx", "no zip at all")
                .startsWith("不是可读的 XLSX 文件"));
        byte[] whole = book(HEADINGS);
        for (int length = 5; length < whole.length; length += 97) {
            refused(DocumentError.FILE_UNREADABLE, "a.xlsx", Arrays.copyOf(whole, length));
        }
        refused(DocumentError.FILE_UNREADABLE, "a.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
        refused(DocumentError.FILE_UNREADABLE, "a.csv", new byte[] {(byte) 0xff, (byte) 0xff, 0});
    }

    @Test
    public void declarationsAndEntitiesAreRefused() {
        HandMadeWorkbook workbook =
                new HandMadeWorkbook().sheet("一", "", data(HEADINGS + row(2, text("A2", "&x;"), text("B2", "甲"))));

        refused(
                DocumentError.FILE_UNREADABLE,
                "a.xlsx",
                workbook.bytes("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
        refused(
                DocumentError.FILE_UNREADABLE,
                "a.xlsx",
                workbook.bytes("<!DOCTYPE worksheet [<!ENTITY y \"yyyyyyyyyy\"><!ENTITY x \"&y;&y;&y;\">]>"));
        refused(DocumentError.FILE_UNREADABLE, "a.xlsx", workbook.bytes());
    }

    @Test
    public void moreThanIsTakenIsRefused() throws IOException {
        StringBuilder many = new StringBuilder("编码,名称\n");
        for (int i = 0; i < 100; i++) {
            many.append("A-").append(i).append(",甲\n");
        }
        csv(many.toString());
        assertEquals(100, facts.rows());
        assertEquals("文件超过 100 行，请分批导入", refused(CommonError.TOO_LARGE, "a.csv", many + "B,甲\n"));
        refused(CommonError.TOO_LARGE, "a.csv", new byte[(1 << 20) + 1]);
        refused(CommonError.TOO_LARGE, "bomb.xlsx", bomb());
        rows.clear();
        csv("编码,名称\nA-1," + "长".repeat(1_001) + "\n");
        assertEquals(List.of("单元格 B2 超过 1000 个字"), said(rows.get(0).flaws()));
    }

    @Test(timeout = 60_000)
    public void numbersOfNoSizeThatAWorkbookKnowsAreRefusedAtOnce() {
        String[] hostile = {"1E-600000000", "1E600000000", "-1E-2147483647", "1E2147483647", "1E-402", "0E-600000000"};
        for (int style : new int[] {0, 1, 2}) {
            for (String value : hostile) {
                refused(DocumentError.FILE_UNREADABLE, "a.xlsx", styled(style, value));
            }
            read(styled(style, "1E-320"));
            read(styled(style, "1.7976931348623157E+308"));
        }
        assertEquals("a moment that is none yet", "00:00:00", texts("since").get(2));
    }

    @Test(timeout = 60_000)
    public void aFormatThatNobodyCanReadCostsNothing() {
        byte[] endless = new HandMadeWorkbook()
                .formats("[".repeat(400_000), "0".repeat(400_000))
                .sheet(
                        "一",
                        "",
                        data(HEADINGS
                                + row(
                                        2,
                                        text("A2", "A-1"),
                                        text("B2", "甲"),
                                        number("E2", 2, "12"),
                                        number("F2", 1, "46082"))))
                .bytes();

        read(endless);

        assertEquals(List.of("12"), texts("fee"));
        assertEquals(List.of("46082"), texts("since"));
    }

    /** A workbook with a number in a plain style, in one of days or in one of zeros. */
    private static byte[] styled(int style, String value) {
        return new HandMadeWorkbook()
                .formats("yyyy/m/d", "00000")
                .sheet("一", "", data(HEADINGS + row(2, text("A2", "A-1"), text("B2", "甲"), number("F2", style, value))))
                .bytes();
    }

    @Test
    public void aDirectoryThatLiesAboutTheSizeOfAPartIsFoundOut() throws IOException {
        byte[] bytes = bomb();
        for (int i = 0; i < bytes.length - 28; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 24] = 100; // the unpacked size in the directory: 100 bytes
                bytes[i + 25] = 0;
                bytes[i + 26] = 0;
                bytes[i + 27] = 0;
            }
        }

        refused(DocumentError.FILE_UNREADABLE, "a.xlsx", bytes);
    }

    /** A workbook whose only part unpacks to 20 MB. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            zip.write("<workbook>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20; i++) {
                zip.write(spaces);
            }
            zip.write("</workbook>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file.toByteArray();
    }
}
