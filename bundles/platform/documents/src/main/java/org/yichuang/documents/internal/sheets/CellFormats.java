package org.yichuang.documents.internal.sheets;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What the formats of a workbook make of a number: a date, or digits with zeros before them. */
final class CellFormats {
    /** Excel takes no longer code of a format. */
    private static final int LONGEST_CODE = 255;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
    private static final Pattern DATE = Pattern.compile(".*[ymdhs].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ZEROS = Pattern.compile("(0{2,})(;.*)?", Pattern.DOTALL);

    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();

    private CellFormats() {}

    /** Those of a workbook that has none. */
    static CellFormats none() {
        return new CellFormats();
    }

    /** @param content of the part that holds them */
    static CellFormats read(InputStream content) throws XMLStreamException {
        CellFormats formats = new CellFormats();
        try (XmlPart xml = new XmlPart(content)) {
            boolean isCells = false;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "numFmt" -> formats.name(xml.number("numFmtId", -1), xml.attribute("formatCode"));
                    case "cellXfs" -> isCells = true;
                    case "cellStyles", "dxfs" -> isCells = false;
                    case "xf" -> {
                        if (isCells) {
                            formats.formats.add(xml.number("numFmtId", 0));
                        }
                    }
                    default -> {}
                }
            }
        }
        return formats;
    }

    private void name(int format, String code) {
        if (code != null && code.length() <= LONGEST_CODE) {
            codes.put(format, code);
        }
    }

    /** Whether a number in this style is a day, a moment or a time. */
    boolean isDate(int style) {
        int format = format(style);
        String code = codes.get(format);
        if (code != null) {
            return DATE.matcher(QUOTED.matcher(code).replaceAll("")).matches();
        }
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    /** How many digits a whole number has at least in this style; 0 when it may have any. */
    int digits(int style) {
        String code = codes.get(format(style));
        var zeros = ZEROS.matcher(code == null ? "" : code);
        return zeros.matches() ? zeros.group(1).length() : 0;
    }

    private int format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : 0;
    }
}
