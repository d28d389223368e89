package org.yichuang.documents.internal.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A workbook: its sheets that people see, the texts and formats that they share. */
final class XlsxFile implements TableFile {
    private static final String WORKBOOK = "xl/workbook.xml";

    private final ZipParts parts;
    private final TableLimits limits;
    private final List<Place> places = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final List<LocalizedMessage> notes = new ArrayList<>();
    private final List<String> texts;
    private final CellFormats formats;
    private boolean from1904;

    private XlsxFile(byte[] bytes, TableLimits limits) throws IOException, XMLStreamException {
        this.limits = limits;
        this.parts = new ZipParts(bytes, limits.unpacked());
        if (!parts.has(WORKBOOK)) {
            throw new ZipException("No workbook");
        }
        Map<String, String> targets = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        relations(targets, kinds);
        sheets(targets);
        texts = texts(kinds.get("sharedStrings"));
        String styles = kinds.get("styles");
        formats = parts.has(orNone(styles)) ? CellFormats.read(parts.open(styles)) : CellFormats.none();
    }

    static XlsxFile read(byte[] bytes, TableLimits limits) {
        try {
            return new XlsxFile(bytes, limits);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    static ProblemException unreadable(Exception cause) {
        ProblemException refusal = new ProblemException(
                DocumentError.FILE_UNREADABLE, LocalizedMessage.of(XlsxFile.class, "xlsx.unreadable"));
        refusal.addSuppressed(cause);
        return refusal;
    }

    private static String orNone(String part) {
        return part == null ? "" : part;
    }

    private void relations(Map<String, String> targets, Map<String, String> kinds)
            throws IOException, XMLStreamException {
        try (XmlPart xml = new XmlPart(parts.open("xl/_rels/workbook.xml.rels"))) {
            while (xml.nextElement()) {
                String target = xml.attribute("Target");
                String kind = xml.attribute("Type");
                if (xml.name().equals("Relationship") && target != null && kind != null) {
                    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    targets.put(xml.attribute("Id"), part);
                    kinds.put(kind.substring(kind.lastIndexOf('/') + 1), part);
                }
            }
        }
    }

    private void sheets(Map<String, String> targets) throws IOException, XMLStreamException {
        try (XmlPart xml = new XmlPart(parts.open(WORKBOOK))) {
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    sheet(
                            orNone(xml.attribute("name")),
                            orNone(xml.attribute("state")),
                            targets.get(xml.attribute("id")));
                }
            }
        }
    }

    private void sheet(String name, String state, String part) {
        if (!state.isEmpty() && !state.equals("visible")) {
            notes.add(LocalizedMessage.of(XlsxFile.class, "sheet.hidden", name));
        } else if (parts.has(orNone(part)) && read.add(part)) {
            places.add(new Sheet(name, part));
        }
    }

    private List<String> texts(String part) throws IOException, XMLStreamException {
        List<String> found = new ArrayList<>();
        if (parts.has(orNone(part))) {
            try (XmlPart xml = new XmlPart(parts.open(part))) {
                while (xml.nextElement()) {
                    if (xml.name().equals("si")) {
                        found.add(xml.words());
                    }
                }
            }
        }
        return found;
    }

    @Override
    public List<Place> places() {
        return places;
    }

    @Override
    public List<LocalizedMessage> notes() {
        return notes;
    }

    @Override
    public boolean isCut() {
        return false;
    }

    /** A text that cells share. */
    String text(int index) {
        if (index < 0 || index >= texts.size()) {
            throw new IllegalArgumentException("No text " + index);
        }
        return texts.get(index);
    }

    CellFormats formats() {
        return formats;
    }

    boolean isFrom1904() {
        return from1904;
    }

    private final class Sheet implements Place {
        private final String name;
        private final String part;
        private List<MergedCells.Range> merged;

        Sheet(String name, String part) {
            this.name = name;
            this.part = part;
        }

        @Override
        public String name() {
            return name;
        }

        /** Which cells are merged stands behind them: the first time, they are read twice. */
        @Override
        public SheetRows open() {
            try {
                if (merged == null) {
                    merged = merged();
                }
                return new XlsxRows(
                        XlsxFile.this,
                        new XmlPart(parts.open(part)),
                        new MergedCells(merged, limits.columns()),
                        limits.columns());
            } catch (IOException | XMLStreamException | IllegalArgumentException e) {
                throw unreadable(e);
            }
        }

        private List<MergedCells.Range> merged() throws IOException, XMLStreamException {
            List<MergedCells.Range> found = new ArrayList<>();
            try (XmlPart xml = new XmlPart(parts.open(part))) {
                while (xml.nextElement() && found.size() < MergedCells.MOST) {
                    if (xml.name().equals("mergeCell")) {
                        found.add(MergedCells.Range.of(orNone(xml.attribute("ref"))));
                    }
                }
            }
            return found;
        }
    }
}
