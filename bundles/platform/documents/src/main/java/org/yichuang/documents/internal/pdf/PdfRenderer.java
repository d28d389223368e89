package org.yichuang.documents.internal.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints XHTML as PDF/A-2u that is tagged as PDF/UA asks for, with fonts of our own: a page looks the
 * same on every machine. One document at a time (some 25 ms of one core each); nothing outside of the page is fetched.
 */
public final class PdfRenderer {
    private static final String STYLE = "style:paper.css";
    private static final int USUAL_SIZE = 64 << 10;
    private static final int NORMAL = 400;

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfRenderer() {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnFonts());
    }

    /**
     * Prints a page.
     *
     * @param xhtml well-formed, with a language, a title and a description
     */
    public synchronized byte[] render(String xhtml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.useColorProfile(colours);
            builder.usePdfUaAccessibility(true);
            builder.useExternalResourceAccessControl(
                    (address, kind) -> address.equals(STYLE) || address.startsWith("data:image/png;base64,"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            for (FontSlice slice : FontSlice.values()) {
                if (slice.isNeeded(xhtml)) {
                    builder.useFont(
                            new PDFontSupplier(PDType0Font.load(document, slice.font(), true)),
                            slice.family(),
                            NORMAL,
                            FontStyle.NORMAL,
                            true);
                }
            }
            builder.useProtocolsStreamImplementation(address -> new Style(), "style");
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The one style sheet that pages may name. */
    private static final class Style implements FSStream {
        @Override
        public InputStream getStream() {
            return PdfRenderer.class.getResourceAsStream("paper.css");
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
