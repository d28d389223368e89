package org.yichuang.fees.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeTemplate;

/** What payers are told of their demands. */
public enum FeeNotice implements NoticeTemplate {
    /** Something is demanded. */
    BILLED(FeeNotice.DEMANDED, "coded"),
    /** It comes to be due, and is not paid. */
    REMINDED("bill-reminded"),
    /** Less is demanded, or later, or nothing. */
    RELIEVED("relieved"),
    /** It is paid. */
    PAID("paid"),
    /** What somebody had written down as paid was not paid. */
    REVERSED("reversed"),
    /** Nothing is demanded any more. */
    VOIDED("voided"),
    /** Money has gone back. */
    REFUNDED("refunded");

    /** The type of the event that something is demanded. */
    static final String DEMANDED = "billed";

    /** Number of the demand. */
    static final String NUMBER = "number";

    /** Number of the case. */
    static final String CASE = "case";

    /** The item's name. */
    static final String ITEM = "item";

    /** What is to be paid, in yuan. */
    static final String NET = "net";

    /** What has gone back, in yuan. */
    static final String REFUND = "refund";

    /** The code of payment, in groups. */
    static final String CODE = "code";

    /** The last day. */
    static final String DUE = "due";

    /** Where the payer finds the demand. */
    static final String LINK = "link";

    /** The centre's name. */
    static final String CENTRE = "centre";

    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Set<String> FACTS = Set.of(NUMBER, CASE, ITEM, NET, REFUND, CODE, DUE, LINK, CENTRE);

    private final Set<String> events;

    FeeNotice(String... events) {
        this.events = Set.of(events);
    }

    /** The types of the events of which payers are told. */
    static String[] heard() {
        return Stream.of(values()).flatMap(each -> each.events.stream()).toArray(String[]::new);
    }

    /** What is told of an event. */
    static Optional<FeeNotice> of(String event) {
        return Stream.of(values()).filter(each -> each.events.contains(event)).findFirst();
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public String kind() {
        return "fee-" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(FeeNotice.class, "notice." + kind());
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.INBOX, Channel.MAIL, Channel.SMS);
    }

    @Override
    public Duration oldest() {
        return OLDEST;
    }

    @Override
    public Set<String> facts() {
        return FACTS;
    }

    @Override
    public Map<String, String> examples() {
        return FACTS.stream().collect(Collectors.toMap(fact -> fact, fact -> LocalizedMessage.of(
                        FeeNotice.class, "notice.example." + fact)
                .zh()));
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : LocalizedMessage.of(FeeNotice.class, "notice.subject", title(), facts.get(ITEM))
                        .in(language);
        return new Text(
                subject,
                LocalizedMessage.of(
                                FeeNotice.class,
                                "notice." + kind() + ".body",
                                facts.get(ITEM),
                                facts.get(CASE),
                                facts.get(NUMBER),
                                facts.get(NET),
                                facts.get(CODE),
                                facts.get(DUE),
                                facts.get(REFUND),
                                facts.get(CENTRE),
                                // of an earlier release's message that waits
                                facts.getOrDefault(LINK, ""))
                        .in(language));
    }
}
