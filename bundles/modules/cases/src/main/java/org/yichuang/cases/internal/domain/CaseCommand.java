package org.yichuang.cases.internal.domain;

import java.util.Optional;

/** What can happen to a case, in the vocabulary of the law; the word is also the action in the journal. */
public enum CaseCommand {
    SUBMIT("submit", Source.PERSON, "", "提交申请", "Handed in"),
    ACCEPT("accept", Source.PERSON, "acceptance", "受理", "Accepted"),
    NOTIFY_CORRECTION(
            "notify-correction", Source.PERSON, "correction-notice", "一次性告知补正", "Asked to supply what is missing"),
    CORRECT("correct", Source.PERSON, "correction", "补正", "Supplied what was missing"),
    REFUSE_TO_ACCEPT("refuse-to-accept", Source.PERSON, "non-acceptance", "不予受理", "Not accepted"),
    PRE_REVIEW("pre-review", Source.PERSON, "pre-review", "初审", "Pre-reviewed"),
    DECIDE("decide", Source.PERSON, "decision", "作出决定", "Decided"),
    ISSUE("issue", Source.PERSON, "issue", "制证", "Result made out"),
    DELIVER("deliver", Source.PERSON, "delivery", "送达", "Delivered"),
    WITHDRAW("withdraw", Source.PERSON, "withdrawal", "撤回申请", "Withdrawal asked for"),
    DEEM_ACCEPTED("deem-accepted", Source.TIMER, "", "逾期未告知，视为受理", "Deemed accepted, as no notice was given in time"),
    TRANSFER_IN("transfer-in", Source.LOWER, "", "收到下级上报", "Transferred from the centre below"),
    ANSWERED("answered", Source.LOWER, "", "下级答复", "Answered by the centre below"),
    WITHDRAW_ASKED("withdraw-asked", Source.LOWER, "", "下级转来撤回申请", "Withdrawal passed on by the centre below"),
    UPPER_ACCEPTED("upper-accepted", Source.UPPER, "", "上级接收", "Taken by the centre above"),
    UPPER_ASKED("upper-asked", Source.UPPER, "", "上级要求补正", "Questioned by the centre above"),
    UPPER_DECIDED("upper-decided", Source.UPPER, "", "上级决定", "Decided by the centre above"),
    UPPER_RETURNED("upper-returned", Source.UPPER, "", "上级退回", "Handed back by the centre above"),
    UPPER_CANCELLED("upper-cancelled", Source.UPPER, "", "上级同意撤回", "Withdrawal confirmed by the centre above");

    /** Who sets it off. */
    public enum Source {
        PERSON,
        TIMER,
        LOWER,
        UPPER
    }

    private final String word;
    private final Source source;
    private final String path;
    private final String zh;
    private final String en;

    CaseCommand(String word, Source source, String path, String zh, String en) {
        this.word = word;
        this.source = source;
        this.path = path;
        this.zh = zh;
        this.en = en;
    }

    /** The word in table and journal. */
    public String word() {
        return word;
    }

    /** Who sets it off. */
    public Source source() {
        return source;
    }

    /** The last segment of the path by which a person sets it off on a case, or empty. */
    public String path() {
        return path;
    }

    /** What has happened, in Chinese. */
    public String zh() {
        return zh;
    }

    /** What has happened, in English. */
    public String en() {
        return en;
    }

    /** Finds a command by its word. */
    public static Optional<CaseCommand> parse(String word) {
        for (CaseCommand command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
