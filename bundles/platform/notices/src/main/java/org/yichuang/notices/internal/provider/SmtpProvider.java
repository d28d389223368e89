package org.yichuang.notices.internal.provider;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.NoticeSettings.Security;
import org.yichuang.notices.internal.provider.NoticeSettings.Values;

/** A mail server (SMTP). */
public final class SmtpProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpProvider.class);
    private static final int FIRST_REPLY = 200;
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    /** The server shuts down (RFC 5321). */
    private static final int CLOSING = 421;
    /** The server wants a sign-in or TLS first (RFC 4954). */
    private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);
    /** A security or policy status (RFC 3463), or the words of servers that name none. */
    private static final Pattern POLICY =
            Pattern.compile("^\\d{3}[ -]5\\.7\\.\\d|\\brelay(ing)?\\b", Pattern.CASE_INSENSITIVE);

    private final NoticeSettings settings;
    private final Clock clock;

    /** @param clock dates the mails */
    public SmtpProvider(NoticeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isConfigured() {
        Values values = settings.now();
        return !values.mailHost().isEmpty() && !values.mailFrom().isEmpty();
    }

    @Override
    public Outcome hand(Parcel parcel) {
        Values values = settings.now();
        try (HandOverLimit limit = new HandOverLimit(values.handOverTimeout())) {
            return hand(parcel, values, limit);
        }
    }

    private Outcome hand(Parcel parcel, Values values, HandOverLimit limit) {
        boolean isOwn = !parcel.from().isEmpty();
        InternetAddress sender;
        try {
            sender = Letter.sender(isOwn ? parcel.from() : values.mailFrom(), parcel.fromName());
        } catch (AddressException e) {
            LOG.error("No mail can be sent from what is no address: {}", isOwn ? "the centre's" : "mail.from");
            return isOwn ? Outcome.later("sender-form") : Outcome.down("settings");
        }
        Session session;
        Letter letter;
        String password;
        try {
            session = Session.getInstance(properties(values, limit));
            letter = new Letter(session, parcel, sender, clock.instant());
            password = NoticeSettings.secret(values.mailPasswordFile());
        } catch (AddressException e) {
            return Outcome.refused("address");
        } catch (MessagingException | IOException | GeneralSecurityException e) {
            LOG.error("No mail can be sent: {}", e.toString());
            return Outcome.down("settings");
        }
        WitnessedTransport transport = new WitnessedTransport(session, values.mailHost(), values.mailPort());
        try {
            connect(transport, values, password);
        } catch (MessagingException e) {
            return Outcome.down(unreachable(e));
        }
        return hand(letter, transport, isOwn);
    }

    private static void connect(WitnessedTransport transport, Values values, String password)
            throws MessagingException {
        transport.connect(
                values.mailHost(),
                values.mailPort(),
                values.mailUser().isEmpty() ? null : values.mailUser(),
                values.mailUser().isEmpty() ? null : password);
    }

    private static Outcome hand(Letter letter, WitnessedTransport transport, boolean isOwn) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return Outcome.SENT;
        } catch (MessagingException e) {
            int reply = reply(e);
            return reply >= FIRST_REPLY && !transport.isSenderTaken()
                    ? senderRefused(reply, isOwn)
                    : outcome(reply, e, transport.isHandedOver());
        } finally {
            close(transport);
        }
    }

    private static void close(WitnessedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server said no farewell: {}", e.getClass().getName());
        }
    }

    /** Whom we cannot talk to; the words of the exception may hold addresses and stay here. */
    private static String unreachable(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "sign-in";
        }
        return e.getNextException() instanceof SSLException ? "tls" : "unreachable";
    }

    /**
     * The server takes nothing from us, or nothing from the address from which we send: no message is to blame, and for
     * a centre's own address no other centre's messages are to wait.
     */
    private static Outcome senderRefused(int reply, boolean isOwn) {
        String reason = "sender-smtp-" + reply;
        boolean isThere = reply != CLOSING && (reply < PERMANENT || isOwn && !SIGN_IN.contains(reply));
        return isThere ? Outcome.later(reason) : Outcome.down(reason);
    }

    private static Outcome outcome(int reply, MessagingException e, boolean isHandedOver) {
        if (reply < FIRST_REPLY) {
            return isHandedOver ? Outcome.uncertain("no-answer") : Outcome.down("connection");
        }
        String reason = "smtp-" + reply;
        if (SIGN_IN.contains(reply)) {
            return Outcome.down(reason);
        }
        if (isPolicy(e)) {
            return Outcome.later("policy-" + reason);
        }
        return reply >= PERMANENT
                ? Outcome.refused(reason)
                : reply >= TEMPORARY ? Outcome.later(reason) : Outcome.uncertain(reason);
    }

    /** The server knows of the recipient, but does not take mail from us to them, e.g. as it does not know us (yet). */
    private static boolean isPolicy(MessagingException e) {
        for (Exception cause = e; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                return POLICY.matcher(String.valueOf(address.getMessage())).find();
            }
        }
        return false;
    }

    /** The server's last reply; -1 when there was none. */
    private static int reply(MessagingException e) {
        for (Exception cause = e; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (next instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (next instanceof SMTPSendFailedException sending
                    && !(sending.getNextException() instanceof MessagingException)) {
                return sending.getReturnCode();
            }
        }
        return -1;
    }

    private static Properties properties(Values values, HandOverLimit limit)
            throws IOException, GeneralSecurityException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", values.mailHost());
        properties.put("mail.smtp.port", Integer.toString(values.mailPort()));
        properties.put(
                "mail.smtp.connectiontimeout",
                Long.toString(values.connectTimeout().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(values.answerTimeout().toMillis()));
        properties.put(
                "mail.smtp.writetimeout", Long.toString(values.answerTimeout().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(!values.mailUser().isEmpty()));
        properties.put("mail.smtp.socketFactory", new WatchedSockets(limit));
        // Else what our factories refuse is tried once more with Java's own, which believe others
        properties.put("mail.smtp.socketFactory.fallback", "false");
        if (values.mailSecurity() != Security.NONE) {
            boolean isTls = values.mailSecurity() == Security.TLS;
            properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls));
            properties.put("mail.smtp.starttls.enable", Boolean.toString(!isTls));
            properties.put("mail.smtp.starttls.required", Boolean.toString(!isTls));
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
            properties.put("mail.smtp.ssl.socketFactory", new WatchedTls(Trust.sockets(values.trustFile()), limit));
        }
        return properties;
    }

    @Override
    public void close() {
        // Nothing is kept: each message has a connection of its own
    }
}
