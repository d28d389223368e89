package org.yichuang.documents.internal.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The program that checks a package, offline and with nothing but a Java platform:
 * {@code PackageCheck FILE [--key KEY]}. It ends with 0 when the package is sound and signed by the key that was given,
 * 3 when it is sound but nobody said which key the centre has, 1 when it is not sound, 2 when it was called wrongly.
 */
public final class PackageCheck {
    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int USAGE = 2;
    private static final int KEY_NOT_COMPARED = 3;
    private static final int LARGEST_KEY = 4096;

    private final PrintStream out;

    private PackageCheck(PrintStream out) {
        this.out = out;
    }

    /** @param arguments the package; {@code --key} and the key in Base64, the name of a file with it, or its id */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(arguments), out));
    }

    /** Checks as {@link #main} does, and returns the code to end with. */
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        PackageCheck check = new PackageCheck(out);
        boolean hasKey = arguments.size() == 3 && arguments.get(1).equals("--key");
        if (!hasKey && arguments.size() != 1) {
            return check.say(USAGE, "usage");
        }
        return check.check(Path.of(arguments.get(0)), hasKey ? arguments.get(2) : "");
    }

    private int check(Path file, String key) throws IOException {
        if (!Files.isReadable(file)) {
            return say(USAGE, "file.none", file);
        }
        PackageVerifier verifier = new PackageVerifier();
        List<Finding> findings = verifier.check(file);
        findings.forEach(finding -> out.println(finding.sentence()));
        if (!findings.isEmpty()) {
            return say(BROKEN, "broken", findings.size());
        }
        PackageManifest manifest = verifier.manifest();
        PackageSignature signature = verifier.signature();
        say(SOUND, "about", manifest.centreName(), manifest.centre(), manifest.title(), manifest.about());
        say(
                SOUND,
                "taken",
                manifest.takenAt(),
                Integer.toString(manifest.files().size()));
        manifest.withheld()
                .forEach(left -> out.println(Finding.of(left.name(), "withheld").sentence()));
        if (key.isEmpty()) {
            return say(KEY_NOT_COMPARED, "key.not-compared", signature.keyId());
        }
        return isKey(key, signature)
                ? say(SOUND, "sound", signature.keyId())
                : say(BROKEN, "key.other", signature.keyId());
    }

    private static boolean isKey(String given, PackageSignature signature) throws IOException {
        String key = given;
        if (Files.isRegularFile(Path.of(given)) && Files.size(Path.of(given)) <= LARGEST_KEY) {
            key = Files.readString(Path.of(given), StandardCharsets.US_ASCII);
        }
        String plain = key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return plain.equals(signature.keyId())
                || plain.equals(Base64.getEncoder().encodeToString(signature.key()));
    }

    private int say(int code, String key, Object... arguments) {
        out.println(Finding.text(key, Locale.ROOT, arguments));
        out.println(Finding.text(key, Locale.ENGLISH, arguments));
        return code;
    }
}
