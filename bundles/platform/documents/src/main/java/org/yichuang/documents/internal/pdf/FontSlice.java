package org.yichuang.documents.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font, or the part of one that has the characters of some range. It is parsed when a document first needs it: the
 * rare ones cost some 16 MB each, and are given back when memory runs short.
 */
enum FontSlice {
    /** The body: all of the basic plane, and common characters beyond it. */
    SERIF("serif", 0, 0x3FFFF, true),
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
    /** The characters that it has, counted from the first of its range; read when one is first asked for. */
    private BitSet characters;

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

    /** Whether one of the fonts has a character. */
    static boolean has(int character) {
        return Arrays.stream(values())
                .filter(slice -> slice != BOLD && character >= slice.from && character <= slice.to)
                .anyMatch(slice -> slice.characters().get(character - slice.from));
    }

    private synchronized BitSet characters() {
        if (characters == null) {
            BitSet found = new BitSet(to - from + 1);
            try {
                CmapLookup table = font().getUnicodeCmapLookup();
                IntStream.rangeClosed(from, to)
                        .filter(character -> table.getGlyphId(character) != 0)
                        .forEach(character -> found.set(character - from));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            characters = found;
        }
        return characters;
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
