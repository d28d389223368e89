package org.yichuang.documents.internal.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook whose XML is written as Excel writes it, with what no library of ours writes. */
final class HandMadeWorkbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private final List<String> sheets = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private String texts = "";
    private String styles = "";

    /**
     * Adds a sheet.
     *
     * @param attributes more attributes of its entry, e.g. {@code state="hidden"}
     * @param content what stands in the worksheet
     */
    HandMadeWorkbook sheet(String name, String attributes, String content) {
        int number = sheets.size() + 1;
        entries.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\" " + attributes
                + "/>");
        sheets.add(HEAD + "<worksheet" + MAIN + ">" + content + "</worksheet>");
        return this;
    }

    /** The texts that cells share, as XML. */
    HandMadeWorkbook texts(String items) {
        texts = items;
        return this;
    }

    /** Formats from the number 164 on; the styles 1, 2 … use them in turn. */
    HandMadeWorkbook formats(String... codes) {
        StringBuilder formats = new StringBuilder("<numFmts>");
        StringBuilder cells = new StringBuilder("<cellXfs><xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            formats.append("<numFmt numFmtId=\"")
                    .append(164 + i)
                    .append("\" formatCode=\"")
                    .append(codes[i])
                    .append("\"/>");
            cells.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
        }
        styles = formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" + cells + "</cellXfs>";
        return this;
    }

    byte[] bytes() {
        return bytes("");
    }

    /** @param declaration what stands before each sheet */
    byte[] bytes(String declaration) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder relations = new StringBuilder();
            for (int i = 0; i < sheets.size(); i++) {
                String sheet = sheets.get(i).replace(HEAD, HEAD + declaration);
                add(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", sheet);
                relations.append(relation("rId" + (i + 1), "worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
            }
            relations.append(relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml"));
            relations.append(relation("rIdS", "styles", "styles.xml"));
            add(zip, "xl/sharedStrings.xml", HEAD + "<sst" + MAIN + ">" + texts + "</sst>");
            add(zip, "xl/styles.xml", HEAD + "<styleSheet" + MAIN + ">" + styles + "</styleSheet>");
            add(zip, "xl/_rels/workbook.xml.rels", HEAD + "<Relationships>" + relations + "</Relationships>");
            String workbook = "<workbook" + MAIN + "><sheets>" + String.join("", entries) + "</sheets></workbook>";
            add(zip, "xl/workbook.xml", HEAD + workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"/>";
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A row of cells that stand as XML. */
    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A text in its cell. */
    static String text(String address, String words) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    /** A number in a style. */
    static String number(String address, int style, String value) {
        return "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }
}
