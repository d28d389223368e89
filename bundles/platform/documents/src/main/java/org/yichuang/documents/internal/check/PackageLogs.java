package org.yichuang.documents.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.documents.internal.check.PackageManifest.Listed;

/** Compares the logs of a package entry by entry, and what they say of documents with the documents. */
final class PackageLogs {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> printed = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    List<Finding> findings() {
        return findings;
    }

    /**
     * Reads a log.
     *
     * @param about what the manifest says it is about
     */
    void read(String file, String about, String json) {
        try {
            Map<?, ?> log = PackageManifest.map(JsonReader.read(json));
            String name = PackageManifest.text(log, "aggregateType") + "/" + PackageManifest.text(log, "aggregateId");
            require(name.equals(about), file, "log.about", about);
            require(Boolean.TRUE.equals(log.get("sound")), file, "log.broken-at-home", log.get("firstBreak"));
            List<?> entries = PackageManifest.list(log.get("entries"));
            require(!entries.isEmpty(), file, "log.empty");
            follow(file, entries);
            entries.forEach(entry -> note(about, PackageManifest.map(entry)));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.of(file, "unreadable"));
        }
    }

    /** Entry by entry: what the place and the digest before must be is known from the entries before. */
    private void follow(String file, List<?> entries) {
        String digest = "";
        String hash = "";
        long sequence = 0;
        for (Object each : entries) {
            Map<?, ?> entry = PackageManifest.map(each);
            sequence++;
            String place = file + " #" + sequence;
            BigDecimal expected = BigDecimal.valueOf(sequence);
            require(expected.equals(entry.get("sequence")), place, "log.sequence", entry.get("sequence"));
            require(hash.equals(entry.get("previous")), place, "log.previous");
            digest = EntryDigest.of(digest, named(entry));
            require(digest.equals(entry.get("digest")), place, "log.digest");
            digest = String.valueOf(entry.get("digest"));
            hash = String.valueOf(entry.get("hash"));
        }
    }

    private static Map<String, Object> named(Map<?, ?> entry) {
        Map<String, Object> fields = new HashMap<>();
        entry.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    private void note(String about, Map<?, ?> entry) {
        if ("print".equals(entry.get("action")) && entry.get("details") instanceof Map<?, ?> details) {
            printed.put(about, String.valueOf(details.get("sha256")));
        }
        if ("revoke".equals(entry.get("action"))) {
            revoked.add(about);
        }
    }

    /** Compares an issued document with what its log says that was printed, and whether it was revoked. */
    void document(Listed document) {
        String about = document.about();
        require(document.sha256().equals(printed.get(about)), document.name(), "document.other", about);
        require(document.isInForce() != revoked.contains(about), document.name(), "document.in-force", about);
    }

    private void require(boolean isSo, String place, String kind, Object... arguments) {
        if (!isSo) {
            findings.add(Finding.of(place, kind, arguments));
        }
    }
}
