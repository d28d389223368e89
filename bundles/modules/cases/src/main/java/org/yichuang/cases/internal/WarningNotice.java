package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
import org.yichuang.tenancy.api.Tenant;

/** What whoever has a case is told of its last days: that one is near, or has passed (R3-32, R3-33). */
public enum WarningNotice implements NoticeTemplate {
    DUE_SOON(false, ClockSign.DUE_SOON),
    PROMISE_OVERDUE(false, ClockSign.PROMISE_OVERDUE),
    STATUTORY_OVERDUE(false, ClockSign.STATUTORY_OVERDUE),
    /** A special procedure has not ended when it was going to. */
    SUSPENSION_OVERDUE(false, ClockSign.SUSPENSION_OVERDUE),
    /** The last day of a centre above, which waits for an answer. */
    ABOVE_DUE_SOON(true, ClockSign.DUE_SOON),
    /** It has passed: which is the delay of nobody here. */
    ABOVE_OVERDUE(true, ClockSign.PROMISE_OVERDUE, ClockSign.STATUTORY_OVERDUE);

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

    /** The name of the centre above whose limit it is; only where it is one of those. */
    static final String CENTRE = "centre";

    private final boolean above;
    private final List<ClockSign> signs;

    WarningNotice(boolean above, ClockSign... signs) {
        this.above = above;
        this.signs = List.of(signs);
    }

    /**
     * The message that an event is worth.
     *
     * @param above whether the clock is that of another centre
     */
    static Optional<WarningNotice> of(String type, boolean above) {
        return Arrays.stream(values())
                .filter(notice -> notice.above == above)
                .filter(notice ->
                        notice.signs.stream().anyMatch(sign -> sign.event().equals(type)))
                .findFirst();
    }

    /**
     * Asks for the message.
     *
     * @param account to whom
     * @param centre whose clock it is, where it is known here
     */
    NoticeService.Request about(
            CaseRecord file, String account, CaseEvent.ClockWarned warned, Optional<Tenant> centre, Instant at) {
        Map<String, String> facts = new HashMap<>(Map.of(
                ITEM,
                file.itemName(),
                NUMBER,
                file.number(),
                DEPARTMENT,
                file.department(),
                CLOCK,
                warned.kind(),
                DAY,
                warned.due().toString()));
        if (above) {
            facts.put(CENTRE, centre.map(Tenant::name).orElseGet(() -> words("notice.centre-above")));
        }
        return new NoticeService.Request(module(), kind(), "case", file.number(), account, facts, at);
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
        return above
                ? Set.of(ITEM, NUMBER, DEPARTMENT, CLOCK, DAY, CENTRE)
                : Set.of(ITEM, NUMBER, DEPARTMENT, CLOCK, DAY);
    }

    private static String words(String key) {
        return LocalizedMessage.of(WarningNotice.class, key).zh();
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
                facts.get(DAY),
                facts.getOrDefault(CENTRE, ""));
        LocalizedMessage subject = LocalizedMessage.of(WarningNotice.class, "notice.subject", title(), facts.get(ITEM));
        return new Text(subject.in(language), body.in(language));
    }
}
