package org.yichuang.notices.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.NoticeError;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** A message to a person on one way. What it says never changes; where it stands does. */
@Entity(name = "Notice")
@Table(name = "NOTICES_NOTICE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Notice {
    @Id
    @Column(name = "NOTICE")
    private String id;

    @Column(name = "RECIPIENT")
    private String recipient;

    @Column(name = "CHANNEL")
    private String channel;

    @Column(name = "MODULE")
    private String module;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "TEXT_VERSION")
    private int textVersion;

    @Column(name = "ABOUT")
    private String about;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "STATE")
    private String state;

    @Column(name = "REASON")
    private String reason = "";

    @Column(name = "ASKED_MICROS")
    private long asked;

    @Column(name = "EXPIRES_MICROS")
    private long expires;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Notice() {} // for JPA

    /**
     * A message as it is asked for: one of the inbox is there at once, any other waits.
     *
     * @param content what it says, encrypted
     * @param at when that of which it tells has happened
     * @param expires until when it is sent, by the machine's clock
     */
    public Notice(String id, Origin origin, Sealed content, Instant at, Instant expires) {
        this.id = id;
        this.recipient = origin.recipient();
        this.channel = origin.channel().name();
        this.module = origin.module();
        this.kind = origin.kind();
        this.textVersion = origin.textVersion();
        this.about = origin.about();
        this.content = content.encrypted();
        this.keyName = content.masterKey();
        this.state = (origin.channel() == Channel.INBOX ? State.SENT : State.WAITING).name();
        this.asked = micros(at);
        this.expires = micros(expires);
    }

    /**
     * Of what kind a message is, about what, and to whom.
     *
     * @param textVersion the version of the centre's own text, 0 for the module's words
     * @param about the thing that it is about, as {@code type/id}
     * @param recipient the account
     */
    public record Origin(
            String module, String kind, int textVersion, String about, String recipient, Channel channel) {}

    public String id() {
        return id;
    }

    public String recipient() {
        return recipient;
    }

    public Channel channel() {
        return Channel.valueOf(channel);
    }

    public String module() {
        return module;
    }

    public String kind() {
        return kind;
    }

    public String about() {
        return about;
    }

    public String content() {
        return content;
    }

    public State state() {
        return State.valueOf(state);
    }

    public Instant askedAt() {
        return instant(asked);
    }

    /** @param at by the machine's clock */
    public boolean isTooOld(Instant at) {
        return micros(at) > expires;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    /**
     * Something has become of it by itself.
     *
     * @param why a word, without personal data
     */
    public void became(State next, String why) {
        state = next.name();
        reason = why;
    }

    /**
     * Somebody has it sent again.
     *
     * @param until until when it is sent, by the machine's clock
     * @throws ProblemException {@code notice-state}
     */
    public void sendAgain(Instant until) {
        requireDecision();
        expires = micros(until);
        became(State.WAITING, "");
    }

    /** @throws ProblemException {@code notice-state} */
    public void settle() {
        requireDecision();
        became(State.SETTLED, "");
    }

    private void requireDecision() {
        if (state() != State.UNCERTAIN && state() != State.REFUSED && state() != State.EXPIRED) {
            throw ProblemException.of(NoticeError.NOTICE_STATE);
        }
    }

    /** Its words are encrypted anew, or go to another address. */
    public void resealed(Sealed other) {
        content = other.encrypted();
        keyName = other.masterKey();
    }

    /** @param isClaimed whether somebody is handing it over */
    public NoticeView view(boolean isClaimed) {
        return new NoticeView(
                id,
                module,
                kind,
                about,
                channel(),
                textVersion,
                isClaimed && state() == State.WAITING ? State.SENDING : state(),
                reason,
                askedAt());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
