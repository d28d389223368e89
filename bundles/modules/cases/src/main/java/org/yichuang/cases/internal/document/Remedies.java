package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.regex.Pattern;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;

/**
 * How somebody defends himself against a refusal (R1-38 to R1-42). The limits are those of the law, whatever was typed;
 * what was typed without a limit, such as that reconsideration comes first (R1-41), is told besides.
 */
public final class Remedies {
    /** The government to which applications for reconsideration go; usually that of the organ's own level. */
    public static final String BODY = "policy.cases.reconsideration.body";

    /** Where applications for reconsideration are taken online; none when empty. */
    public static final String CHANNEL = "policy.cases.reconsideration.channel";

    /** The longest value of either. */
    public static final int LONGEST = 200;

    private static final int SHORTEST_REMARK = 6;
    private static final Pattern LIMIT = Pattern.compile("[0-9０-９一二三四五六七八九十百两]\\s*(个?月|个?工作日|日|天|年)");

    private Remedies() {}

    /**
     * The paragraphs.
     *
     * @param competent the centre whose settings name body and channel
     * @param act what is disputed, as a decision or a notice
     * @param typed what whoever decided has written; may be null
     */
    static String text(Tenant competent, String act, String typed) {
        String body = competent.policy(BODY, words("remedies.government"));
        String channel = competent.policy(CHANNEL, "");
        StringBuilder text = new StringBuilder(words("remedies", body, act));
        if (!channel.isEmpty()) {
            text.append(words("remedies.channel", channel));
        }
        String remark = typed == null ? "" : typed.strip();
        if (!TextRules.isBlank(remark)
                && remark.length() >= SHORTEST_REMARK
                && !LIMIT.matcher(remark).find()) {
            text.append('\n').append(remark);
        }
        return text.toString();
    }
}
