package org.yichuang.documents.internal.pdf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Test;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.internal.domain.Block;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.documents.internal.domain.TemplateText;

/** What is printed, read back. */
public class PaperPrinterTest {
    private static final PaperPrinter PRINTER = new PaperPrinter();

    @Test
    public void whatItSaysCanBeReadBack() throws IOException {
        String text = text(PRINTER.print(paper("食品经营许可，人民、日月、水火")));

        assertTrue(text, text.contains("海阳市市场监督管理局"));
        assertTrue(text, text.contains("海政审〔2026〕12号"));
        assertTrue(text, text.contains("食品经营许可，人民、日月、水火"));
        assertTrue(text, text.contains("2026年9月1日"));
        assertTrue(text, text.contains("ABCD-2345"));
        assertTrue(text, text.contains("https://example.org/haiyang/verify/ABCD"));
        assertTrue(text, text.contains("扫码"));
    }

    @Test
    public void whereNoCodeCanBeScannedNobodyIsToldTo() throws IOException {
        Paper paper = paper("食品经营许可");
        String text = text(PRINTER.print(new Paper(
                paper.layout(),
                paper.organ(),
                paper.number(),
                paper.title(),
                paper.addressee(),
                paper.body(),
                paper.day(),
                paper.isSealed(),
                "",
                paper.code())));

        assertTrue(text, text.contains("ABCD-2345"));
        assertFalse(text, text.contains("扫码"));
    }

    @Test
    public void rareNamesArePrinted() throws IOException {
        String names = "㛃䶮𠮷𬎆𪟱𡋾𤧛𩙿𬭎𫖮";

        assertTrue(text(PRINTER.print(paper(names))).contains(names));
    }

    @Test
    public void whatLooksLikeMarkupIsText() throws IOException {
        String given = "<b>甲</b> & <img src='file:///etc/passwd'/> ${x} </table>";

        assertTrue(text(PRINTER.print(paper(given))).contains("<b>甲</b>"));
    }

    @Test
    public void itIsTaggedAndNamesItsLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTER.print(paper("事项")))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
            assertEquals("行政许可申请受理通知书", document.getDocumentInformation().getTitle());
        }
    }

    @Test
    public void aLongOneGoesOnOverPages() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTER.print(paper("长".repeat(3_000))))) {
            assertTrue(document.getNumberOfPages() > 2);
        }
    }

    @Test
    public void whatNoFontHasIsNamedAndWhatIsInvisibleIsLeftOut() throws IOException {
        String printed = text(PRINTER.print(paper("甲\uD883\uDEDD乙𠮷\u200B丙\u0F40丁\uDB40\uDD00戊")));

        assertTrue(printed, printed.replaceAll("\\s", "").contains("甲〔U+30EDD〕乙𠮷丙〔U+0F40〕丁戊"));
    }

    private static Paper paper(String item) {
        List<Block> body = new TemplateText(
                        """
                        你（单位）于{day}提出的“{item}”申请，申请材料齐全、符合法定形式，决定予以受理。
                        # 收到的材料
                        - {materials}
                        受理单号 | {receipt}
                        [法定期限 | {limit}]
                        """)
                .fill(Map.of("day", "2026年9月1日", "item", item, "materials", "申请书\n营业执照", "receipt", "A-12"));
        return new Paper(
                DocumentLayout.OFFICIAL,
                "海阳市市场监督管理局",
                "海政审〔2026〕12号",
                "行政许可申请受理通知书",
                "张𠮷明",
                body,
                LocalDate.of(2026, 9, 1),
                true,
                "https://example.org/haiyang/verify/ABCD",
                "ABCD2345");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", "");
        }
    }
}
