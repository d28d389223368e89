package org.yichuang.documents.internal.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.yichuang.documents.internal.files.ZipDirectory.Entry;

/**
 * Looks into an archive: what it holds must be what its directory says, not more than anybody can unpack, and nothing
 * that runs. The largest unpacks to 256 MiB; what unpacks to more than 16 MiB is at most a hundred times as long as
 * packed.
 */
final class ArchiveInspection {
    private static final long MOST_UNPACKED = 256L << 20;
    private static final long USUALLY_UNPACKED = 16L << 20;
    private static final int MOST_TIMES = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final int BUFFER = 16 << 10;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Parts of office formats that hold macros. */
    private static final Set<String> MACROS = Set.of("vbaproject.bin", "vbadata.xml");

    private static final String MACRO_SHEETS = "xl/macrosheets/";

    private ArchiveInspection() {}

    /** The names of all entries. @throws ProblemException {@code file-refused} */
    static Set<String> names(SpooledBytes file) throws IOException {
        List<Entry> entries =
                ZipDirectory.entries(file).orElseThrow(() -> FileInspection.refused("archive-unreadable"));
        requireNotTooMuch(entries, file.size());
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            String name = entry.name().replace('\\', '/');
            requireHarmless(name);
            if (!names.add(name)) {
                throw FileInspection.refused("archive-unreadable");
            }
        }
        byte[] buffer = new byte[BUFFER];
        for (Entry entry : entries) {
            requireAsSaid(entry, file, buffer);
        }
        return names;
    }

    private static void requireNotTooMuch(List<Entry> entries, long size) {
        long unpacked = entries.stream().mapToLong(Entry::unpacked).sum();
        long packed = entries.stream().mapToLong(Entry::packed).sum();
        if (packed > size) { // entries that share their bytes
            throw FileInspection.refused("archive-unreadable");
        }
        if (unpacked > MOST_UNPACKED || unpacked > USUALLY_UNPACKED && unpacked > MOST_TIMES * size) {
            throw FileInspection.refused("archive-too-large", MOST_UNPACKED >> 20);
        }
    }

    private static void requireHarmless(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        boolean leadsOut = name.length() > LONGEST_NAME
                || lower.startsWith("/")
                || lower.matches("[a-z]:.*")
                || ("/" + lower + "/").contains("/../")
                || lower.indexOf('\0') >= 0;
        if (leadsOut) {
            throw FileInspection.refused("archive-unreadable");
        }
        if (MACROS.contains(last) || lower.startsWith(MACRO_SHEETS)) {
            throw FileInspection.refused("archive-macros");
        }
        if (FileNames.runs(last)) {
            throw FileInspection.refused("archive-program", FileNames.shown(last));
        }
    }

    private static void requireAsSaid(Entry entry, SpooledBytes file, byte[] buffer) throws IOException {
        if (entry.isEncrypted()) {
            throw FileInspection.refused("archive-encrypted");
        }
        long begin = ZipDirectory.begin(entry, file).orElseThrow(() -> FileInspection.refused("archive-unreadable"));
        boolean isAsSaid =
                switch (entry.method()) {
                    case STORED -> entry.packed() == entry.unpacked();
                    case DEFLATED -> unpackedSize(entry, begin, file, buffer) == entry.unpacked();
                    default -> false;
                };
        if (!isAsSaid) {
            throw FileInspection.refused("archive-unreadable");
        }
    }

    /** How many bytes an entry unpacks to, counted until there are more than it says. */
    private static long unpackedSize(Entry entry, long begin, SpooledBytes file, byte[] buffer) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream packed = file.stream(begin, entry.packed() + 1); // zlib may ask for a byte behind the last
                InputStream in = new InflaterInputStream(packed, inflater, BUFFER)) {
            long size = 0;
            int read = in.read(buffer);
            while (read >= 0 && size <= entry.unpacked()) {
                size += read;
                read = in.read(buffer);
            }
            return size;
        } catch (ZipException | EOFException e) {
            throw FileInspection.refused("archive-unreadable");
        } finally {
            inflater.end();
        }
    }
}
