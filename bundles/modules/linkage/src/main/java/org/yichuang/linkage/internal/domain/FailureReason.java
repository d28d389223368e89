package org.yichuang.linkage.internal.domain;

import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.linkage.api.Reply.Refusal;

/** Why a message has not arrived, as its row keeps it: in Chinese on the first line, in English on the second. */
public final class FailureReason {
    private static final int LONGEST_LINE = 400;

    private FailureReason() {}

    /** What the other side, or this one, has refused; the lines begin with its code. */
    public static String of(Refusal refusal) {
        return refusal.code() + ": " + line(refusal.zh()) + "\n" + line(refusal.en());
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

    private static String line(String text) {
        return TextRules.first(text.replaceAll("\\R", " "), LONGEST_LINE);
    }
}
