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
 * @param files what was uploaded, by code of the material
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
