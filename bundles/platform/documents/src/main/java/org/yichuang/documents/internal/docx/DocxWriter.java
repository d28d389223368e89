package org.yichuang.documents.internal.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yichuang.documents.api.WordDocuments;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.documents.internal.domain.TemplateText;

/**
 * Writes Office Open XML (ISO/IEC 29500) with nothing but the Java platform: what never changes (styles, fonts, footer)
 * stands in files beside this class, the body is put together from the blocks of the text.
 */
public class DocxWriter implements WordDocuments {
    /** The first moment that a ZIP knows: none, so that the same text is the same file. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Where each part stands, and the file beside this class that it is; the list of types comes first. */
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "[Content_Types].xml", "types.xml",
            "_rels/.rels", "relations.xml",
            "word/_rels/document.xml.rels", "document-relations.xml",
            "word/fontTable.xml", "fonts.xml",
            "word/footer1.xml", "footer.xml",
            "word/settings.xml", "settings.xml",
            "word/styles.xml", "styles.xml"));

    @Override
    public byte[] write(Draft draft) {
        Paper paper = new Paper(
                draft.layout(),
                draft.organ(),
                draft.number(),
                new TemplateText(draft.title()).line(draft.facts()),
                draft.addressee(),
                new TemplateText(draft.text()).fill(draft.facts()),
                draft.day(),
                false,
                "",
                "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                add(part.getKey(), resource(part.getValue()), zip);
            }
            add("docProps/core.xml", utf8(properties(paper)), zip);
            add("word/document.xml", utf8(DocxBody.of(paper)), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String properties(Paper paper) {
        return Xml.HEAD
                + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + Xml.text(paper.title())
                + "</dc:title><dc:creator>" + Xml.text(paper.organ())
                + "</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>";
    }

    private static void add(String name, byte[] content, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NEVER);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DocxWriter.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
