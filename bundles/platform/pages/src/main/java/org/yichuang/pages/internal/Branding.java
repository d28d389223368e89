package org.yichuang.pages.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.Digests;
import org.yichuang.tenancy.api.Tenant;

/**
 * A centre's colour and crest: {@code branding.colour=#1f4e79}, {@code branding.crest=<file in the folder of
 * crests>}. A
 * colour on which white letters cannot be read is darkened until they can.
 */
final class Branding {
    private static final String USUAL_COLOUR = "#1f4e79";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,60}\\.(svg|png)");
    private static final long LARGEST_CREST = 200_000;
    /** WCAG 2.2, 1.4.3, with something to spare for links on tinted ground. */
    private static final double CONTRAST = 5.5;

    private static final double DARKER = 0.94;
    private static final int HASH = 12;

    private final Path crests;

    Branding(Path crests) {
        this.crests = crests;
    }

    /** The style sheet of a centre. */
    String style(Tenant tenant) {
        String wanted = tenant.policy("branding.colour", USUAL_COLOUR);
        int[] colour = rgb(COLOUR.matcher(wanted).matches() ? wanted : USUAL_COLOUR);
        while (whiteOn(colour) < CONTRAST) {
            colour = darker(colour);
        }
        return ":root{--brand:" + hex(colour) + ";--brand-deep:" + hex(darker(darker(darker(colour)))) + "}\n";
    }

    /** The address of the style sheet below the centre; it changes with the colour. */
    String styleAddress(Tenant tenant) {
        return "/theme." + Digests.sha256(style(tenant)).substring(0, HASH) + ".css";
    }

    /** The file of the centre's own crest, if it has one. */
    Optional<Path> crest(Tenant tenant) throws IOException {
        String name = tenant.policy("branding.crest", "");
        if (!FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = crests.resolve(name);
        return Files.isRegularFile(file) && Files.size(file) <= LARGEST_CREST ? Optional.of(file) : Optional.empty();
    }

    /** The media type of a crest. */
    static String mediaType(Path crest) {
        return crest.toString().endsWith(".svg") ? "image/svg+xml" : "image/png";
    }

    private static double whiteOn(int[] colour) {
        double luminance = 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int[] darker(int[] colour) {
        return new int[] {(int) (colour[0] * DARKER), (int) (colour[1] * DARKER), (int) (colour[2] * DARKER)};
    }

    private static int[] rgb(String colour) {
        int value = Integer.parseInt(colour.substring(1), 16);
        return new int[] {value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff};
    }

    private static String hex(int[] colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
    }
}
