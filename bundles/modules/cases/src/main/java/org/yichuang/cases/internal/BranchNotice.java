package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;

/**
 * What departments are told: those of a joint case that their day is near or over, or they have something to do anew;
 * any that a declaration is to be checked.
 */
public enum BranchNotice implements NoticeTemplate {
    BRANCH_DUE("branch-due"),
    BRANCH_OVERDUE("branch-overdue"),
    BRANCH_APPOINTED("appointed"),
    /** It is off, or another day has been set to which they are not invited. */
    BRANCH_APPOINTMENT_OFF("appointment-off"),
    /** Something has come that they had not seen: they are waited for again. */
    BRANCH_REOPENED("branch-reopened"),
    /** What a centre above decides has been handed back: they see to it that it goes up again. */
    BRANCH_RETURNED("branch-returned"),
    /** What they are responsible for by what was agreed at a meeting is to be done soon. */
    AGREEMENT_DUE("agreement-due"),
    /** It has not been done by its day. */
    AGREEMENT_OVERDUE("agreement-overdue"),
    /** What an applicant has declared is to be checked soon (R3-20). */
    PROMISE_CHECK_DUE("promise-check-due"),
    /** Nobody has checked it by the day that the applicant was told. */
    PROMISE_CHECK_OVERDUE("promise-check-overdue"),
    /** Whoever answers for the case is told beside {@link #BRANCH_OVERDUE} which department is late. */
    BRANCH_LATE_ANSWERABLE("");

    /** The item's name. */
    static final String ITEM = "item";

    /** The case's number. */
    static final String NUMBER = "number";

    /** The department that is told. */
    static final String DEPARTMENT = "department";

    /** The day of which it is told; of what they come to together with time and place. */
    static final String DAY = "day";

    private final String event;

    BranchNotice(String event) {
        this.event = event;
    }

    /** Whether it is of what applicants have declared. */
    boolean isOfDeclarations() {
        return this == PROMISE_CHECK_DUE || this == PROMISE_CHECK_OVERDUE;
    }

    /** The message that an event is worth. */
    static Optional<BranchNotice> of(String type) {
        return Arrays.stream(values())
                .filter(notice -> notice.event.equals(type))
                .findFirst();
    }

    /** The types of all events that are worth a message. */
    static String[] heard() {
        return Arrays.stream(values())
                .map(notice -> notice.event)
                .filter(event -> !event.isEmpty())
                .toArray(String[]::new);
    }

    /**
     * Asks for the message.
     *
     * @param account to whom
     * @param department for which they work
     * @param day of which it is told
     */
    NoticeService.Request about(CaseRecord file, String account, String department, String day, Instant at) {
        return new NoticeService.Request(
                module(),
                kind(),
                "case",
                file.number(),
                account,
                Map.of(ITEM, file.itemName(), NUMBER, file.number(), DEPARTMENT, department, DAY, day),
                at);
    }

    @Override
    public String module() {
        return CaseEvent.MODULE;
    }

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(BranchNotice.class, "notice." + kind());
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.INBOX, Channel.MAIL);
    }

    @Override
    public Duration oldest() {
        return CaseNotice.OLDEST;
    }

    @Override
    public Set<String> facts() {
        return Set.of(ITEM, NUMBER, DEPARTMENT, DAY);
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        LocalizedMessage body = LocalizedMessage.of(
                BranchNotice.class,
                "notice." + kind() + ".body",
                facts.get(ITEM),
                facts.get(NUMBER),
                facts.get(DEPARTMENT),
                facts.get(DAY));
        LocalizedMessage subject = LocalizedMessage.of(BranchNotice.class, "notice.subject", title(), facts.get(ITEM));
        return new Text(subject.in(language), body.in(language));
    }
}
