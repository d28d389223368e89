package org.yichuang.agency.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeTemplate;

/** What applicants and agents are told. */
public enum AgencyNotice implements NoticeTemplate {
    /** The centre has consented or refused. */
    ANSWERED,
    /** An agent is assigned, and waits for the entrustment. */
    ASSIGNED,
    /** Something has been done. */
    PROGRESS,
    /** A case has gone on. */
    CASE,
    /** An agent has something to do. */
    GIVEN,
    /** Nobody acts any more in a request that was assigned. */
    IDLE,
    /** The day of a problem of a project has passed. */
    OVERDUE,
    /** The centre has consented to joint handling, or declined it. */
    JOINT,
    /** Somebody at the window has withdrawn a request for joint handling. */
    JOINT_WITHDRAWN,
    /** A body is called to a joint annual inspection. */
    CALLED,
    /** The departments have said what they have found, or that it is put right. */
    INSPECTED;

    static final String PROJECT = "project";
    static final String NUMBER = "number";
    static final String CENTRE = "centre";
    static final String WORDS = "words";

    private static final Duration OLDEST = Duration.ofDays(7);

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public String kind() {
        return "agency-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public LocalizedMessage title() {
        return LocalizedMessage.of(AgencyNotice.class, "notice." + kind());
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
        return Set.of(PROJECT, NUMBER, CENTRE, WORDS);
    }

    @Override
    public Map<String, String> examples() {
        return Map.of(
                PROJECT, words("example.project"),
                NUMBER, words("example.number"),
                CENTRE, words("example.centre"),
                WORDS, words("example.words"));
    }

    private static String words(String key) {
        return LocalizedMessage.of(AgencyNotice.class, "notice." + key).zh();
    }

    @Override
    public Text write(Channel channel, Locale language, Map<String, String> facts) {
        String subject = channel == Channel.SMS
                ? ""
                : LocalizedMessage.of(AgencyNotice.class, "notice.subject", title(), facts.get(PROJECT))
                        .in(language);
        return new Text(
                subject,
                LocalizedMessage.of(
                                AgencyNotice.class,
                                "notice." + kind() + ".body",
                                facts.get(PROJECT),
                                facts.get(NUMBER),
                                facts.get(CENTRE),
                                facts.get(WORDS))
                        .in(language));
    }
}
