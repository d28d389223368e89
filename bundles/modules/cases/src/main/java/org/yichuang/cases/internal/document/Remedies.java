package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.TextRules;

/**
 * How somebody defends himself against a refusal (R1-38 to R1-42). The limits are those of the law, whatever was typed.
 * What was typed tells whether reconsideration comes first (R1-41), and to whom it is applied for where that is not the
 * government of the organ's level (R1-39); its sentences without a limit are told besides.
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
    private static final Pattern FIRST = Pattern.compile("复议前置|先[^。；;，,\\n]{0,40}复议|(未|必须|应当|须)经过?[^。；;，,\\n]{0,12}复议");
    private static final Pattern NOT_FIRST =
            Pattern.compile("(不(必|需|须|用|应|是|属于?)|并非|无须|无需|可以?(依法)?)[^。；;，,\\n]{0,2}(先|复议前置)|(不|无)(须|需|必|用)经");
    private static final Pattern CLAUSE = Pattern.compile("[^。；;，,！!\\n]+");
    private static final Pattern TO = Pattern.compile("向([^。；;，,\\n向]{4,60}?)(依法)?(申请|提起|提出)(行政)?复议");
    /** Whose acts are reconsidered elsewhere than at the government of their level, and governments themselves. */
    private static final Pattern BODIES = Pattern.compile("人民政府|海关|金融|外汇|税务|国家安全|上一?级");

    private static final String DIRECTLY = "直接";

    private Remedies() {}

    /**
     * The paragraphs.
     *
     * @param organ whose act it is
     * @param act what is disputed, as a decision or a notice
     * @param typed what whoever decided has written; may be null
     */
    static String text(SigningOrgan organ, String act, String typed) {
        String all = TextRules.cleaned(typed);
        boolean isFirst = isFirst(all);
        String body = body(all).orElseGet(organ::reconsideredBy);
        String channel = organ.policy(CHANNEL);
        StringBuilder text = new StringBuilder(words(isFirst ? "remedies.first" : "remedies", body, act));
        if (!channel.isEmpty()) {
            text.append(words("remedies.channel", channel));
        }
        String remark = remark(all, isFirst);
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

    /** Whether no court takes the matter before it has been reconsidered. */
    private static boolean isFirst(String typed) {
        return CLAUSE.matcher(typed)
                .results()
                .map(MatchResult::group)
                .anyMatch(clause -> FIRST.matcher(clause).find()
                        && !NOT_FIRST.matcher(clause).find());
    }

    /** The sentences that name no limit; where reconsideration comes first, none of another way. */
    private static String remark(String typed, boolean isFirst) {
        String remark = SENTENCE.matcher(typed)
                .results()
                .map(MatchResult::group)
                .filter(sentence -> !LIMIT.matcher(sentence).find())
                .filter(sentence -> !isFirst || !sentence.contains(DIRECTLY))
                .collect(Collectors.joining())
                .strip()
                .replaceFirst("[；;]$", words("stop"));
        return remark.length() < SHORTEST_REMARK ? "" : remark;
    }
}
