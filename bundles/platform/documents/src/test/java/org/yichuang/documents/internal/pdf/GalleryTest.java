package org.yichuang.documents.internal.pdf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Test;
import org.yichuang.documents.internal.Gallery;

/** Every part that a document can have is printed, in its order, and keeps to what it belongs to. */
public class GalleryTest {
    private static final PaperPrinter PRINTER = new PaperPrinter();

    @Test
    public void allPartsStandInTheirOrder() throws IOException {
        String text = String.join("", pages(Gallery.TEXT, Gallery.FACTS));

        int at = -1;
        for (String part : List.of(
                "海阳市市场监督管理局",
                "海政审〔2026〕12号",
                "准予行政许可决定书",
                "张𠮷明：",
                "决定准予许可",
                "许可内容",
                "许可事项",
                "持证须知",
                "1．悬挂许可证",
                "2．接受监督检查",
                "申请行政复议",
                "附件1：许可证正本",
                "附件2：经营场所平面图",
                "海阳市市场监督管理局",
                "2026年9月1日",
                "（审批专用章）",
                "核验码：ABCD-2345")) {
            int found = text.indexOf(part, at + 1);
            assertTrue(part + " behind " + at + " in " + text, found > at);
            at = found;
        }
        assertTrue(text, text.contains("海阳市东村街道<文山街>9号 & 10号"));
    }

    @Test
    public void aHeadingNeverStandsAloneAtTheFootOfAPage() throws IOException {
        int broken = 0;
        for (int lines = 10; lines < 32; lines++) {
            List<String> pages = pages("第 {n} 行\n".repeat(lines) + "# 独立标题\n正文开始。\n第二段。", Map.of("n", "一"));
            for (String page : pages) {
                boolean isLast =
                        page.strip().replaceAll("—\\s*\\d+\\s*—$", "").strip().endsWith("独立标题");
                assertTrue(lines + " lines: " + page, !isLast);
            }
            broken += pages.size() > 1 && pages.get(1).contains("独立标题") ? 1 : 0;
        }
        assertTrue("a heading was at the end of a page at least once", broken > 1);
    }

    @Test
    public void whatCanBeDoneAgainstItIsNotTornApart() throws IOException {
        String remedies = "! {remedies}";
        Map<String, String> facts = Map.of("remedies", "可以自收到之日起申请行政复议。\n".repeat(6) + "救济完");
        for (int lines = 4; lines < 24; lines += 2) {
            long torn = pages("第一行\n".repeat(lines) + remedies, facts).stream()
                    .filter(page -> page.contains("申请行政复议") && !page.contains("救济完"))
                    .count();
            assertEquals(lines + " lines", 0, torn);
        }
    }

    @Test
    public void noPageBearsOrganAndSealAlone() throws IOException {
        int moved = 0;
        for (String end : List.of("末段正文。", "| 末行正文", "- 末点正文", "! 末条正文")) {
            for (int lines = 8; lines < 32; lines++) {
                String text = "第 {n} 行\n".repeat(lines) + (end.startsWith("|") ? "栏 | 首行\n栏 " : "") + end;
                List<String> pages = pages(text, Map.of("n", "一"));
                String last = pages.get(pages.size() - 1);
                assertTrue(lines + " lines: " + last, last.contains("（审批专用章）") && last.contains("末"));
                moved += pages.size() > 1 && !last.contains("第 一 行") ? 1 : 0;
            }
        }
        assertTrue("the last of the text was taken over to a new page at least once", moved > 0);
    }

    @Test
    public void eachPageTellsWhichDocumentItIsOf() throws IOException {
        for (String page : pages("第 {n} 行\n".repeat(90), Map.of("n", "一"))) {
            assertTrue(page, page.contains("海政审〔2026〕12号"));
            assertTrue(page, page.contains("ABCD-2345"));
        }
    }

    private static List<String> pages(String text, Map<String, String> facts) throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTER.print(Gallery.paper(text, facts)))) {
            List<String> pages = new java.util.ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replace("\n", "").replace("\r", ""));
            }
            return pages;
        }
    }
}
