package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.LawEdition;
import org.yichuang.kernel.api.TextRules;

/**
 * How somebody defends himself against a refusal (R1-38 to R1-42). The limits are those of the law, whatever was typed.
 * What was typed tells to whom reconsideration is applied for where that is not the government of the organ's level
 * (R1-39); its sentences are told besides, but for those with limits or of what comes first: the law says both.
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
    private static final Pattern SENTENCE = Pattern.compile("[^。；;！!\\n]+[。；;！!]?");
    private static final Pattern ORDER =
            Pattern.compile("(先|前置|直接|[未须需必用当]经)[^。；;\\n]*(复议|诉讼|起诉|法院)|(复议|诉讼|起诉)[^。；;\\n]*(先|前置)");
    private static final Pattern TO = Pattern.compile("向([^。；;，,\\n向]{4,60}?)(依法)?(申请|提起|提出)(行政)?复议");
    /** Whose acts are reconsidered elsewhere than at the government of their level, and governments themselves. */
    private static final Pattern BODIES = Pattern.compile("人民政府|海关|金融|外汇|税务|国家安全|上一?级");

    private Remedies() {}

    /**
     * The paragraphs.
     *
     * @param organ whose act it is
     * @param act what is disputed, as a decision or a notice
     * @param law what it says on the day of the act
     * @param isFirst whether no court takes the matter before it has been reconsidered (R1-41)
     * @param typed what whoever decided has written; may be null
     */
    static String text(SigningOrgan organ, String act, LawEdition law, boolean isFirst, String typed) {
        String all = TextRules.cleaned(typed);
        String body = body(all).orElseGet(organ::reconsideredBy);
        String channel = organ.policy(CHANNEL);
        StringBuilder text =
                new StringBuilder(words((isFirst ? "remedies.first" : "remedies") + law.words(), body, act));
        if (!channel.isEmpty()) {
            text.append(words("remedies.channel", channel));
        }
        String remark = remark(all);
        return remark.isEmpty()
                ? text.toString()
                : text.append('\n').append(remark).toString();
    }

    private static Optional<String> body(String typed) {
        return TO.matcher(typed)
                .results()
                .map(to -> to.group(1).strip())
                .filter(body -> BODIES.matcher(body).find())
                .findFirst();
    }

    private static String remark(String typed) {
        String remark = SENTENCE.matcher(typed)
                .results()
                .map(MatchResult::group)
                .filter(sentence -> !LIMIT.matcher(sentence).find())
                .filter(sentence -> !ORDER.matcher(sentence).find())
                .collect(Collectors.joining())
                .strip()
                .replaceFirst("[；;]$", words("stop"));
        return remark.length() < SHORTEST_REMARK ? "" : remark;
    }
}
