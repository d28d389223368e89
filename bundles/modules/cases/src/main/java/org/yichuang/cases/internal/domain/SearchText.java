package org.yichuang.cases.internal.domain;

import org.yichuang.kernel.api.TextRules;

/** Where worklists look for words: folded by us, as databases do not agree about case and width. */
public final class SearchText {
    private static final int LONGEST = 2000;

    private SearchText() {}

    /** The text of a case. */
    public static String of(String number, String applicant, String itemName) {
        return TextRules.first(TextRules.folded(String.join("\n", number, applicant, itemName)), LONGEST);
    }
}
