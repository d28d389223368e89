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
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;

/** What whoever has a case is told of its last days: that one is near, or has passed (R3-32, R3-33). */
public enum WarningNotice implements NoticeTemplate {
    DUE_SOON(ClockSign.DUE_SOON),
    PROMISE_OVERDUE(ClockSign.PROMISE_OVERDUE),
    STATUTORY_OVERDUE(ClockSign.STATUTORY_OVERDUE);

    /** The item's name. */
    static final String ITEM = "item";

    /** The case's number. */
    static final String NUMBER = "number";

    /** The department that has the case. */
    static final String DEPARTMENT = "department";

    /** The word of the limit. */
    static final String CLOCK = "clock";

    /** Its last day. */
    static final String DAY = "day";

    private final ClockSign sign;

    WarningNotice(ClockSign sign) {
        this.sign = sign;
    }

    /** The message that an event is worth. */
    static Optional<WarningNotice> of(String type) {
        return Arrays.stream(values())
                .filter(notice -> notice.sign.event().equals(type))
                .findFirst();
    }

    /**
     * Asks for the message.
     *
     * @param account to whom
     */
    NoticeService.Request about(CaseRecord file, String account, CaseEvent.ClockWarned warned, Instant at) {
        Map<String, String> facts = Map.of(
                ITEM,
                file.itemName(),
                NUMBER,
                file.number(),
                DEPARTMENT,
                file.department(),
                CLOCK,
                warned.kind(),
                DAY,
                warned.due().toString());
        return new NoticeService.Request(module(), kind(), "case", file.number(), account, facts, at);
    }

    @Override
    public String module() {
        return CaseEvent.MODULE;
    }

    @Override
    public String kind() {
        return sign.event();
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(WarningNotice.class, "notice." + kind());
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
        return Set.of(ITEM, NUMBER, DEPARTMENT, CLOCK, DAY);
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        LocalizedMessage body = LocalizedMessage.of(
                WarningNotice.class,
                "notice." + kind() + ".body",
                facts.get(ITEM),
                facts.get(NUMBER),
                facts.get(DEPARTMENT),
                ClockKind.of(facts.get(CLOCK)).label(),
                facts.get(DAY));
        LocalizedMessage subject = LocalizedMessage.of(WarningNotice.class, "notice.subject", title(), facts.get(ITEM));
        return new Text(subject.in(language), body.in(language));
    }
}
