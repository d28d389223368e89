package org.yichuang.cases.internal.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which number the centre above knows the file of a branch of a joint case: as several of them may be there, each
 * has one of its own, made of the case's and the branch's.
 *
 * @param number the number of the joint case
 * @param branch the id of the branch within it
 */
public record BranchAddress(String number, String branch) {
    private static final Pattern FORM = Pattern.compile("(.+-[0-9A-Z]{10})-(b[0-9]{1,3})");

    /** Reads one; empty of what is the number of a whole case, and of what is none. */
    public static Optional<BranchAddress> parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches() && CaseNumbers.isWellFormed(form.group(1))
                ? Optional.of(new BranchAddress(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** The number of the case that has a file which is known to others under a text. */
    public static String caseOf(String text) {
        return parse(text).map(BranchAddress::number).orElse(text);
    }

    /** As it is written. */
    public String text() {
        return number + "-" + branch;
    }
}
