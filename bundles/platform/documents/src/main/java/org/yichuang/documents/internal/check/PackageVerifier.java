package org.yichuang.documents.internal.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.documents.internal.check.PackageManifest.Listed;
import org.yichuang.documents.internal.check.PackageManifest.Named;

/** Checks a package against its own manifest, its signature and its logs. Nothing of it is believed before that. */
final class PackageVerifier {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    private static final String APPLICATION = "application/application.json";
    private static final String DECISION = "decision/decision.json";
    private static final int LARGEST_TEXT = 64 << 20;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Named> handedIn = new HashSet<>();
    private PackageManifest manifest;
    private PackageSignature signature;

    /** What is not as it must be, in the order of the package; nothing when it is sound. */
    List<Finding> check(Path file) throws IOException {
        try (PackageZip zip = PackageZip.open(file)) {
            check(zip);
        } catch (DamagedZipException e) {
            findings.add(e.finding());
        }
        return findings;
    }

    /** The manifest, null when it cannot be read. */
    PackageManifest manifest() {
        return manifest;
    }

    /** The signature, null when it cannot be read. */
    PackageSignature signature() {
        return signature;
    }

    private void check(PackageZip zip) throws IOException {
        List<PackageZip.Entry> entries = zip.entries();
        requireUnique(entries);
        int files = entries.size() - 2;
        if (files < 0
                || !MANIFEST.equals(entries.get(files).name())
                || !SIGNATURE.equals(entries.get(files + 1).name())) {
            findings.add(Finding.of(MANIFEST, "manifest.missing"));
            return;
        }
        byte[] listed = bytes(zip, entries.get(files));
        readManifest(text(listed));
        readSignature(text(bytes(zip, entries.get(files + 1))), listed);
        if (manifest != null) {
            compareNames(entries.subList(0, files));
            compareContents(zip, entries.subList(0, files));
            compareWithheld();
        }
    }

    private void requireUnique(List<PackageZip.Entry> entries) {
        Set<String> names = new HashSet<>();
        entries.stream()
                .map(PackageZip.Entry::name)
                .filter(name -> !names.add(name))
                .forEach(name -> findings.add(Finding.of(name, "name.twice")));
    }

    private void readManifest(String json) {
        try {
            manifest = PackageManifest.read(json);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(MANIFEST, "unreadable"));
        }
    }

    private void readSignature(String json, byte[] signed) {
        try {
            signature = PackageSignature.read(json);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(SIGNATURE, "unreadable"));
            return;
        }
        String centre = manifest == null ? "" : manifest.centre();
        if (!signature.isOf(signedText(centre, EntryDigest.sha256(signed)))) {
            findings.add(Finding.of(SIGNATURE, "signature.wrong"));
        }
    }

    /** As {@code CentreSigner.signedText} has it, for {@code package}. */
    private static byte[] signedText(String centre, String sha256) {
        return String.join("\n", "yichuang-signature-1", centre, "package", sha256, "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void compareNames(List<PackageZip.Entry> entries) {
        List<String> there = entries.stream().map(PackageZip.Entry::name).toList();
        List<String> listed = manifest.files().stream().map(Listed::name).toList();
        Set<String> missing = new HashSet<>(listed);
        missing.removeAll(new HashSet<>(there));
        listed.stream().filter(missing::contains).forEach(name -> findings.add(Finding.of(name, "file.missing")));
        Set<String> known = new HashSet<>(listed);
        there.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(Finding.of(name, "file.unknown")));
        Iterator<String> expected =
                listed.stream().filter(name -> !missing.contains(name)).iterator();
        there.stream()
                .distinct()
                .filter(known::contains)
                .filter(name -> !name.equals(expected.next()))
                .findFirst()
                .ifPresent(name -> findings.add(Finding.of(name, "file.order")));
    }

    private void compareContents(PackageZip zip, List<PackageZip.Entry> entries) throws IOException {
        PackageLogs logs = new PackageLogs();
        List<Listed> documents = new ArrayList<>();
        for (Listed listed : manifest.files()) {
            for (PackageZip.Entry entry : entries) {
                if (entry.name().equals(listed.name())) {
                    compare(zip, entry, listed, logs);
                }
            }
            if (listed.name().startsWith("documents/")) {
                documents.add(listed);
            }
        }
        documents.forEach(logs::document);
        findings.addAll(logs.findings());
    }

    private void compare(PackageZip zip, PackageZip.Entry entry, Listed listed, PackageLogs logs) {
        if (entry.size() != listed.size()) {
            findings.add(Finding.of(entry.name(), "file.size", entry.size(), listed.size()));
            return;
        }
        try {
            MessageDigest digest = EntryDigest.digest();
            boolean isRead = isRead(entry);
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            zip.write(entry, new DigestOutputStream(isRead ? kept : OutputStream.nullOutputStream(), digest));
            if (!HexFormat.of().formatHex(digest.digest()).equals(listed.sha256())) {
                findings.add(Finding.of(entry.name(), "file.content"));
            }
            if (entry.name().startsWith("log/")) {
                logs.read(entry.name(), listed.about(), text(kept.toByteArray()));
            } else if (isRead) {
                compareNamed(entry.name(), text(kept.toByteArray()));
            }
        } catch (DamagedZipException e) {
            findings.add(e.finding());
        } catch (IOException e) {
            findings.add(Finding.of(entry.name(), "unreadable"));
        }
    }

    private static boolean isRead(PackageZip.Entry entry) {
        boolean isText = entry.name().startsWith("log/")
                || entry.name().equals(APPLICATION)
                || entry.name().equals(DECISION);
        return isText && entry.size() <= LARGEST_TEXT;
    }

    /** The application says which materials were handed in, the decision which document tells it. */
    private void compareNamed(String place, String json) {
        try {
            Map<?, ?> fields = PackageManifest.map(JsonReader.read(json));
            if (place.equals(APPLICATION)) {
                for (Object material : PackageManifest.list(fields.get("materials"))) {
                    compareNamed(PackageManifest.map(material));
                }
            } else if (fields.get("document") != null) {
                compareNamed(PackageManifest.map(fields.get("document")));
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(place, "unreadable"));
        }
    }

    private void compareNamed(Map<?, ?> named) {
        if (named.get("packageFile") == null) {
            return;
        }
        Named file = new Named(PackageManifest.text(named, "packageFile"), String.valueOf(named.get("sha256")));
        handedIn.add(file);
        if (!isListed(file) && !manifest.withheld().contains(file)) {
            findings.add(Finding.of(file.name(), "material.other"));
        }
    }

    /** What was left out belongs to the thing, and is not there all the same. */
    private void compareWithheld() {
        Set<String> there = manifest.files().stream().map(Listed::name).collect(Collectors.toSet());
        manifest.withheld().stream()
                .filter(file -> !handedIn.contains(file) || there.contains(file.name()))
                .forEach(file -> findings.add(Finding.of(file.name(), "withheld.other")));
    }

    private boolean isListed(Named named) {
        return manifest.files().stream()
                .anyMatch(file ->
                        file.name().equals(named.name()) && file.sha256().equals(named.sha256()));
    }

    private static byte[] bytes(PackageZip zip, PackageZip.Entry entry) throws IOException {
        if (entry.size() > LARGEST_TEXT) {
            throw new DamagedZipException(Finding.of(entry.name(), "zip.size"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.write(entry, bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
