package org.yichuang.documents.internal.files;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** The names under which files are kept: without anything that a terminal, a header or a folder would obey. */
final class FileNames {
    private static final int LONGEST = 200;
    private static final String NAMELESS = "file";

    /** Endings of what a machine runs when somebody opens it. */
    private static final Set<String> RUNS = Set.of(
            "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msix", "msp", "dll", "cpl", "ocx", "sys", "lnk", "url",
            "hta", "js", "jse", "vbs", "vbe", "vb", "wsf", "wsh", "ps1", "psm1", "jar", "reg", "inf", "scf", "chm",
            "sh", "apk", "app", "dmg", "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "ppam");

    /** Endings of other files that people know: a name with one says what the file is. */
    private static final Set<String> OTHERS = Set.of(
            "doc", "dot", "dotx", "rtf", "wps", "odt", "xls", "xlt", "xltx", "et", "ods", "csv", "ppt", "pptx", "dps",
            "txt", "htm", "html", "mht", "xml", "svg", "gif", "bmp", "tif", "tiff", "webp", "heic", "zip", "rar", "7z",
            "tar", "gz", "iso", "dwg", "dxf", "mp3", "mp4", "avi", "mov", "wav");

    private FileNames() {}

    /**
     * The name of a file whose content is of a type: it ends as the type says.
     *
     * @param given as it was sent; may be null
     * @throws ProblemException {@code file-refused} when the name says that it is something else
     */
    static String of(String given, FileType type) {
        String name = shown(given == null ? "" : given.replaceAll("(?s).*[/\\\\]", ""));
        String ending = ending(name);
        Optional<FileType> said = FileType.ofEnding(ending);
        if (said.isEmpty()
                ? isKnown(ending)
                : said.get() != type && !(said.get().isPicture() && type.isPicture())) {
            throw FileInspection.refused("name-of-other-type", ending, type.ending());
        }
        String stem = said.isPresent() ? name.substring(0, name.length() - ending.length() - 1) : name;
        String kept = said.filter(type::equals).isPresent() ? ending : type.ending();
        String visible = stem.replaceAll("^[. ]+", "");
        return TextRules.last((TextRules.isBlank(visible) ? NAMELESS : visible) + "." + kept, LONGEST);
    }

    /** A name without controls, invisible characters and what no folder takes. */
    static String shown(String name) {
        String visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"]", "").replaceAll("[<>|?*:]", "_");
        return TextRules.cleaned(visible).replaceAll("[. ]+$", "");
    }

    /** Whether a machine would run what has such a name. */
    static boolean runs(String name) {
        return RUNS.contains(ending(name));
    }

    private static boolean isKnown(String ending) {
        String lower = ending.toLowerCase(Locale.ROOT);
        return RUNS.contains(lower) || OTHERS.contains(lower);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
