package org.yichuang.catalogue.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sets of fields that places have ordered to be disclosed (公开要素, C1.2, K1), each by a word of its own. */
public enum DisclosureSet {
    /** 五公开: basis, procedure, conditions, limit and fee. */
    FIVE("five", "legalBasis", "procedure", "conditions", "limit", "feeStandard"),
    /** 六公开 as it names the basis. */
    SIX_BASIS("six-basis", "name", "procedure", "materials", "legalBasis", "feeStandard", "limit"),
    /** 六公开 as it names the supervision. */
    SIX_SUPERVISION("six-supervision", "name", "procedure", "materials", "promisedLimit", "feeStandard", "supervision"),
    /** 六公开 as it names what a fee rests on. */
    SIX_FEES("six-fees", "name", "legalBasis", "materials", "procedure", "promisedLimit", "feeStandard", "feeBasis"),
    /** 七公开: basis, procedure, conditions, materials, fee, limit and the channel for complaints. */
    SEVEN(
            "seven",
            "legalBasis",
            "procedure",
            "conditions",
            "materials",
            "feeStandard",
            "feeBasis",
            "limit",
            "complaint"),
    /** 八公开, with what the window may do by itself, which the module of the windows knows. */
    EIGHT(
            "eight",
            "name",
            "procedure",
            "legalBasis",
            "materials",
            "promisedLimit",
            "feeStandard",
            "feeBasis",
            "windowAuthority");

    private final String word;
    private final List<String> fields;

    DisclosureSet(String word, String... fields) {
        this.word = word;
        this.fields = List.of(fields);
    }

    /** Its word in the policy. */
    public String word() {
        return word;
    }

    /** The words of its fields, in their order. */
    public List<String> fields() {
        return fields;
    }

    /** The set of a word, if it is one. */
    static Optional<DisclosureSet> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
