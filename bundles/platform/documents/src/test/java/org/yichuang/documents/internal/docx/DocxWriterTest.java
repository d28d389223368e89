package org.yichuang.documents.internal.docx;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.WordDocuments.Draft;
import org.yichuang.documents.internal.Gallery;

/** What is written for Word, opened again as Word opens it. */
public class DocxWriterTest {
    private final DocxWriter writer = new DocxWriter();

    @Test
    public void everyPartIsXmlWithATypeAndEveryRelationHasItsTarget() throws Exception {
        Map<String, byte[]> parts = parts(writer.write(draft(Gallery.TEXT, Gallery.FACTS)));

        assertEquals("[Content_Types].xml", parts.keySet().iterator().next());
        Set<String> typed = new TreeSet<>();
        for (Element override : elements(xml(parts, "[Content_Types].xml"), "Override")) {
            typed.add(override.getAttribute("PartName").substring(1));
        }
        Set<String> others = new TreeSet<>(parts.keySet());
        others.remove("[Content_Types].xml");
        others.removeIf(name -> name.endsWith(".rels"));
        assertEquals(others, typed);
        for (String part : parts.keySet()) {
            xml(parts, part);
        }
        for (Element relation : elements(xml(parts, "_rels/.rels"), "Relationship")) {
            assertTrue(parts.containsKey(relation.getAttribute("Target")));
        }
        for (Element relation : elements(xml(parts, "word/_rels/document.xml.rels"), "Relationship")) {
            assertTrue(parts.containsKey("word/" + relation.getAttribute("Target")));
        }
    }

    @Test
    public void allPartsOfAnOfficialDocumentStandInTheirStyles() throws Exception {
        Map<String, byte[]> parts = parts(writer.write(draft(Gallery.TEXT, Gallery.FACTS)));
        List<String> paragraphs = paragraphs(parts);

        assertEquals(
                List.of(
                        "RedHead 海阳市市场监督管理局",
                        "Number 海政审〔2026〕12号",
                        "Title 关于食品经营许可的通报",
                        "Addressee 各科室：",
                        "BodyText 你（单位）于2026年9月1日提出的“食品经营许可”申请，经审查，申请材料齐全、符合法定形式，决定准予许可。",
                        "Heading1 许可内容",
                        "Cell 许可事项",
                        "Cell 食品经营许可",
                        "Cell 经营场所",
                        "Cell 海阳市东村街道<文山街>9号 & 10号",
                        "Heading1 持证须知",
                        "BodyText 1．悬挂许可证",
                        "BodyText 2．接受监督检查",
                        "Remedies 如不服本决定，可以自收到之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。",
                        "Attachment 附件1：许可证正本",
                        "Attachment 附件2：经营场所平面图",
                        "Organ 海阳市市场监督管理局",
                        "Day 2026年9月1日"),
                paragraphs);
        Set<String> known = new TreeSet<>();
        elements(xml(parts, "word/styles.xml"), "w:style").forEach(style -> known.add(style.getAttribute("w:styleId")));
        paragraphs.forEach(
                paragraph -> assertTrue(paragraph, known.contains(paragraph.split(" ")[0])));
    }

    @Test
    public void pagesAreNumberedAndFontsAreThoseOfOfficialDocuments() throws Exception {
        Map<String, byte[]> parts = parts(writer.write(draft(Gallery.TEXT, Gallery.FACTS)));

        assertTrue(text(parts, "word/footer1.xml").contains(" PAGE "));
        String styles = text(parts, "word/styles.xml");
        Set<String> named = new TreeSet<>();
        elements(xml(parts, "word/fontTable.xml"), "w:font").forEach(font -> named.add(font.getAttribute("w:name")));
        for (String font : List.of("方正小标宋简体", "仿宋_GB2312", "黑体", "宋体")) {
            assertTrue(font, named.contains(font) && styles.contains("w:eastAsia=\"" + font + "\""));
        }
    }

    @Test
    public void whatPeopleWriteIsTextAndWhatXmlDoesNotKnowIsLeftOut() throws Exception {
        String given = "<w:p/>&amp;\"]]>\u0000\u0008\uFFFE\uD800𠮷𬎆";
        Map<String, byte[]> parts = parts(writer.write(draft("{given}", Map.of("given", given))));

        assertTrue(paragraphs(parts).contains("BodyText <w:p/>&amp;\"]]>𠮷𬎆"));
    }

    @Test
    public void theSameTextIsTheSameFile() {
        assertArrayEquals(
                writer.write(draft(Gallery.TEXT, Gallery.FACTS)), writer.write(draft(Gallery.TEXT, Gallery.FACTS)));
    }

    @Test
    public void aSlipHasNoRedHead() throws Exception {
        Draft slip = new Draft(DocumentLayout.SLIP, "窗口", "", "便条", "", "内容", Map.of(), LocalDate.of(2026, 9, 1));

        assertEquals(
                List.of("Title 便条", "BodyText 内容", "Organ 窗口", "Day 2026年9月1日"), paragraphs(parts(writer.write(slip))));
    }

    private static Draft draft(String text, Map<String, String> facts) {
        return new Draft(
                DocumentLayout.OFFICIAL,
                "海阳市市场监督管理局",
                "海政审〔2026〕12号",
                "关于[{item}]的通报",
                "各科室",
                text,
                facts,
                LocalDate.of(2026, 9, 1));
    }

    private static List<String> paragraphs(Map<String, byte[]> parts) throws Exception {
        List<String> paragraphs = new ArrayList<>();
        for (Element paragraph : elements(xml(parts, "word/document.xml"), "w:p")) {
            Element style = (Element) paragraph.getElementsByTagName("w:pStyle").item(0);
            paragraphs.add(style.getAttribute("w:val") + " " + paragraph.getTextContent());
        }
        return paragraphs;
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document xml(Map<String, byte[]> parts, String name)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
