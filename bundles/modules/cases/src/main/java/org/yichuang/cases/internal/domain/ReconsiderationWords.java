package org.yichuang.cases.internal.domain;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.TextRules;

/** Understands, as far as words go, whether somebody writes that reconsideration comes before any court (R1-41). */
final class ReconsiderationWords {
    private static final Pattern FIRST = Pattern.compile("复议前置|先[^。；;，,\\n]{0,40}复议|(未|必须|应当|须)经过?[^。；;，,\\n]{0,12}复议");
    private static final Pattern NOT_FIRST =
            Pattern.compile("(不(必|需|须|用|应|是|属于?)|并非|无须|无需|可以?(依法)?)[^。；;，,\\n]{0,2}(先|复议前置)|(不|无)(须|需|必|用)经");
    private static final Pattern CLAUSE = Pattern.compile("[^。；;，,！!\\n]+");

    private ReconsiderationWords() {}

    /** Whether a clause says so; what only asks people to do something else first may be taken for it. */
    static boolean sayFirst(String typed) {
        return CLAUSE.matcher(TextRules.cleaned(typed))
                .results()
                .map(MatchResult::group)
                .anyMatch(clause -> FIRST.matcher(clause).find()
                        && !NOT_FIRST.matcher(clause).find());
    }
}
