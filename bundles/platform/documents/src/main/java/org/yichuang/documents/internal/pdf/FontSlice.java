package org.yichuang.documents.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font, or the part of one that has the characters of some range. It is parsed when a document first needs it: the
 * rare ones cost some 16 MB each, and are given back when memory runs short.
 */
enum FontSlice {
    /** The body: all of the basic plane. */
    SERIF("serif", 0, 0xFFFF, true),
    /** Headings; what it lacks is taken from the body's font. */
    BOLD("serif-bold", 0, 0xFFFF, true),
    /** The first part of Unicode's extension B. */
    RARE_20000("rare-20000", 0x20000, 0x23FFF, false),
    /** Its second part. */
    RARE_24000("rare-24000", 0x24000, 0x27FFF, false),
    /** Its end, and extension C. */
    RARE_28000("rare-28000", 0x28000, 0x2B73F, false),
    /** Extensions D to F. */
    RARE_2B740("rare-2b740", 0x2B740, 0x3FFFF, false);

    private final String file;
    private final int from;
    private final int to;
    private final boolean always;

    private Reference<TrueTypeFont> rare = new SoftReference<>(null);
    private TrueTypeFont kept;

    FontSlice(String file, int from, int to, boolean always) {
        this.file = file;
        this.from = from;
        this.to = to;
        this.always = always;
    }

    /** The family by which a style sheet names it. */
    String family() {
        return file;
    }

    /** Whether a text cannot be printed without it. */
    boolean isNeeded(String text) {
        return always || text.codePoints().anyMatch(character -> character >= from && character <= to);
    }

    /** Returns the font; to be used by one thread at a time. */
    synchronized TrueTypeFont font() {
        TrueTypeFont present = always ? kept : rare.get();
        if (present == null) {
            present = parse();
            if (always) {
                kept = present;
            } else {
                rare = new SoftReference<>(present);
            }
        }
        return present;
    }

    private TrueTypeFont parse() {
        try (InputStream in = FontSlice.class.getResourceAsStream(file + ".ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
