package org.yichuang.cases.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.kernel.api.Digests;

/**
 * An application that has not been handed in yet: what its applicant has filled in so far.
 *
 * @param id names it
 * @param account whose it is
 * @param item code of the item
 * @param since the version of the item under which it was begun; of drafts of before not known
 * @param fields what was typed, by field name
 * @param files what was uploaded, by {@link #key}: the material of which version it is for
 * @param number the case it has become, or empty
 * @param version grows with every change
 */
public record Draft(
        String id,
        String account,
        String item,
        Since since,
        Map<String, String> fields,
        Map<String, List<Upload>> files,
        String number,
        long version) {
    private static final char BEHIND = '/';

    public Draft {
        since = since == null ? Since.UNKNOWN : since;
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        files = files == null ? Map.of() : Map.copyOf(files);
        number = number == null ? "" : number;
    }

    /**
     * A version of an item.
     *
     * @param owner the centre in whose catalogue it stands; empty where it is not known
     */
    public record Since(String owner, int number) {
        /** That of drafts of before. */
        public static final Since UNKNOWN = new Since("", 0);

        public Since {
            owner = owner == null ? "" : owner;
        }

        /** Whether it is known. */
        public boolean isKnown() {
            return !owner.isEmpty();
        }

        /** As it stands in a hidden field of a form. */
        public String text() {
            return owner + ":" + number;
        }
    }

    /** A new one. */
    public static Draft of(String id, String account, String item, Map<String, String> known) {
        return new Draft(id, account, item, Since.UNKNOWN, known, Map.of(), "", 0);
    }

    /** The same as begun under a version. */
    public Draft begunUnder(Since begun) {
        return new Draft(id, account, item, begun, fields, files, number, version);
    }

    /** The same with what has just been typed. */
    public Draft with(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(typed);
        return new Draft(id, account, item, since, all, files, number, version);
    }

    /** The same with other files for one material. */
    public Draft with(String material, List<Upload> uploads) {
        Map<String, List<Upload>> all = new LinkedHashMap<>(files);
        all.put(material, List.copyOf(uploads));
        return new Draft(id, account, item, since, fields, all, number, version);
    }

    /** What remains once it has become a case: nothing that belongs to a person. */
    public Draft handedIn(String caseNumber) {
        return new Draft(id, account, item, since, Map.of(), Map.of(), caseNumber, version);
    }

    /** The same as it stands in its row. */
    public Draft at(long rowVersion) {
        return new Draft(id, account, item, since, fields, files, number, rowVersion);
    }

    /** The same for the same fields: tells a page whether another one has changed them since it was shown. */
    public String basis() {
        return Digests.sha256(new TreeMap<>(fields).toString());
    }

    /**
     * Under which key files for a material are kept: its code says only in its own version what it is.
     *
     * @param now the version under which they are uploaded
     */
    public String key(Since now, String material) {
        return !since.isKnown() || since.equals(now) ? material : now.text() + BEHIND + material;
    }

    /** Of which version's material the files under a key are. */
    public Since sinceOf(String key) {
        int behind = key.indexOf(BEHIND);
        int number = key.indexOf(':');
        return behind < 0 || number < 0 || number > behind
                ? since
                : new Since(key.substring(0, number), Integer.parseInt(key.substring(number + 1, behind)));
    }

    /** The code of the material in that version. */
    public static String materialOf(String key) {
        return key.substring(key.indexOf(BEHIND) + 1);
    }

    /** The same with its files elsewhere. */
    public Draft withFiles(Map<String, List<Upload>> placed) {
        return new Draft(id, account, item, since, fields, placed, number, version);
    }

    /** The same without a file, wherever it is. */
    public Draft without(String file) {
        Map<String, List<Upload>> left = new LinkedHashMap<>();
        files.forEach((key, uploads) -> left.put(
                key, uploads.stream().filter(each -> !each.file().equals(file)).toList()));
        return withFiles(left);
    }

    /** The files for a material. */
    public List<Upload> filesOf(String material) {
        return files.getOrDefault(material, List.of());
    }

    /** How many characters its fields have. */
    public int size() {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
    }

    /** Whether it has become a case. */
    public boolean isHandedIn() {
        return !number.isEmpty();
    }
}
