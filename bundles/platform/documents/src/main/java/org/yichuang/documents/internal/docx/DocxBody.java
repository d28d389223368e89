package org.yichuang.documents.internal.docx;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.internal.domain.Block;
import org.yichuang.documents.internal.domain.ChineseDay;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.documents.internal.view.PaperView;

/** The body of a document: the parts of an official document in their order, each in the style of its name. */
final class DocxBody {
    private static final String OPENING = "<w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

    /** A4 with the margins of GB/T 9704: 37 mm above, 28 mm at the left, 156 by 225 mm of text. */
    private static final String CLOSING = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
            + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\""
            + " w:footer=\"1474\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

    private final StringBuilder xml = new StringBuilder(Xml.HEAD + OPENING);

    private DocxBody() {}

    static String of(Paper paper) {
        DocxBody body = new DocxBody();
        body.head(paper);
        PaperView.of(paper).body().forEach(body::part);
        body.paragraph("Organ", paper.organ());
        body.paragraph("Day", ChineseDay.of(paper.day()));
        return body.xml.append(CLOSING).toString();
    }

    private void head(Paper paper) {
        if (paper.layout() == DocumentLayout.OFFICIAL) {
            paragraph("RedHead", paper.organ());
            paragraph("Number", paper.number());
        }
        paragraph("Title", paper.title());
        if (paper.layout() == DocumentLayout.SLIP && !paper.number().isEmpty()) {
            paragraph("SlipNumber", paper.number());
        }
        if (!paper.addressee().isEmpty()) {
            paragraph("Addressee", PaperView.addressee(paper.addressee()));
        }
    }

    private void part(PaperView.Part part) {
        if (!part.rows().isEmpty()) {
            table(part.rows());
        } else if (part.block() instanceof Block.Heading heading) {
            paragraph("Heading1", heading.text());
        } else if (part.block() instanceof Block.Point point) {
            paragraph("BodyText", PaperView.point(point.number(), point.text()));
        } else if (part.block() instanceof Block.Remedies remedies) {
            remedies.paragraphs().forEach(text -> paragraph("Remedies", text));
        } else if (part.block() instanceof Block.Attachment attachment) {
            paragraph("Attachment", PaperView.attachment(attachment.number(), attachment.text()));
        } else if (part.block() instanceof Block.Paragraph paragraph) {
            paragraph("BodyText", paragraph.text());
        }
    }

    private void table(List<Block.Row> rows) {
        xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Facts\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr>")
                .append("<w:tblGrid><w:gridCol w:w=\"2653\"/><w:gridCol w:w=\"6191\"/></w:tblGrid>");
        for (Block.Row row : rows) {
            xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            cell(2653, row.name());
            cell(6191, row.value());
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
    }

    private void cell(int width, String text) {
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
        paragraph("Cell", text);
        xml.append("</w:tc>");
    }

    /** A paragraph; a line of a text that has several begins on a line of its own. */
    private void paragraph(String style, String text) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/></w:pPr><w:r>")
                .append(text.lines()
                        .map(line -> "<w:t xml:space=\"preserve\">" + Xml.text(line) + "</w:t>")
                        .collect(Collectors.joining("<w:br/>")))
                .append("</w:r></w:p>");
    }
}
