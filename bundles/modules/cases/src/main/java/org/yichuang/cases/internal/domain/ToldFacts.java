package org.yichuang.cases.internal.domain;

import java.util.Map;
import java.util.TreeMap;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.TextRules;

/** What a letter says that gates were told with a decision. */
final class ToldFacts {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;

    private ToldFacts() {}

    /** As much of it as a centre may have been told: each a line. */
    static Map<String, String> of(Map<String, String> said) {
        Map<String, String> told = new TreeMap<>();
        if (said != null) {
            said.forEach((name, value) -> {
                boolean isNamed = name != null && !name.isEmpty() && name.length() <= LONGEST_NAME;
                if (isNamed && value != null && told.size() < MOST) {
                    told.put(name, TextRules.first(TextRules.cleaned(value), FieldRules.LINE));
                }
            });
        }
        return told;
    }
}
