package org.yichuang.documents.internal.pdf;

import gg.jte.output.StringOutput;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.documents.internal.jte.StaticTemplates;
import org.yichuang.documents.internal.jte.Templates;
import org.yichuang.documents.internal.view.PaperView;

/** Prints papers. */
public final class PaperPrinter {
    private static final Templates TEMPLATES = new StaticTemplates();

    private final PdfRenderer renderer = new PdfRenderer();

    /** Prints a paper as PDF. */
    public byte[] print(Paper paper) {
        StringOutput page = new StringOutput();
        TEMPLATES.paper(PaperView.of(paper)).render(page);
        return renderer.render(Glyphs.printable(page.toString()));
    }
}
