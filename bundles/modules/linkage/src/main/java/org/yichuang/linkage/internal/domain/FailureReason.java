package org.yichuang.linkage.internal.domain;

import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.linkage.api.Reply.Refusal;

/** Why a message has not arrived, as its row keeps it: in Chinese on the first line, in English on the second. */
public final class FailureReason {
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_CODE = 60;

    private FailureReason() {}

    /** What the other side has refused; the lines begin with its code. */
    public static String of(Refusal refusal) {
        return of(refusal.code(), refusal.zh(), refusal.en());
    }

    /** What this side has refused; the lines begin with its code. */
    public static String of(ProblemException problem) {
        return of(problem.code().code(), problem.zh(), problem.en());
    }

    /** What has failed on the way. */
    public static String of(LocalizedMessage message) {
        return line(message.zh()) + "\n" + line(message.en());
    }

    /** What is kept, without its code, for a reader; what has one line only is the same in every language. */
    public static LocalizedMessage read(String kept) {
        String[] lines = kept.replaceFirst("^[a-z][a-z-]*: ", "").split("\n", 2);
        return new BilingualText(lines[0], lines.length > 1 ? lines[1] : lines[0]);
    }

    private static String of(String code, String zh, String en) {
        return TextRules.first(line(code), LONGEST_CODE) + ": " + line(zh) + "\n" + line(en);
    }

    /** Whoever may write to a queue says what he likes, or nothing: what no database keeps is left out. */
    private static String line(String text) {
        return TextRules.first(TextRules.cleaned(text).replaceAll("\\R", " "), LONGEST_LINE);
    }
}
