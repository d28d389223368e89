package org.yichuang.documents.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files that leave the house: such as every file system takes, and never a path. */
public final class FileNames {
    private static final int LONGEST = 80;
    private static final int LONGEST_ENDING = 10;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /**
     * Returns what is left of a name that somebody has written: its last part, of at most 80 characters, without
     * anything that some file system does not take; never empty. What it returns it leaves as it is.
     */
    public static String portable(String name) {
        String before = name;
        String after = once(name);
        while (!after.equals(before)) { // what one rule leaves may be what another does not
            before = after;
            after = once(after);
        }
        return after;
    }

    private static String once(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("(?s).*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        boolean isDevice = DEVICES.contains(plain.replaceAll("\\..*", "").toLowerCase(Locale.ROOT));
        return shortened(plain.isEmpty() || isDevice ? "_" + plain : plain);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot >= 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
