package org.yichuang.notices.internal.provider;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Properties;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
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
        return !settings.now().mailHost().isEmpty();
    }

    @Override
    public Outcome hand(Parcel parcel) {
        Values values = settings.now();
        Session session;
        Letter letter;
        String password;
        try {
            session = Session.getInstance(properties(values));
            letter = new Letter(
                    session, parcel, parcel.from().isEmpty() ? values.mailFrom() : parcel.from(), clock.instant());
            password = NoticeSettings.secret(values.mailPasswordFile());
        } catch (AddressException e) {
            return Outcome.refused("address");
        } catch (MessagingException | IOException | GeneralSecurityException e) {
            LOG.error("No mail can be sent: {}", e.toString());
            return Outcome.down("settings");
        }
        return hand(letter, new WitnessedTransport(session, values.mailHost(), values.mailPort()), values, password);
    }

    private static Outcome hand(Letter letter, WitnessedTransport transport, Values values, String password) {
        try {
            transport.connect(
                    values.mailHost(),
                    values.mailPort(),
                    values.mailUser().isEmpty() ? null : values.mailUser(),
                    values.mailUser().isEmpty() ? null : password);
        } catch (MessagingException e) {
            return Outcome.down(unreachable(e));
        }
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return Outcome.SENT;
        } catch (MessagingException e) {
            return outcome(e, transport.isHandedOver());
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

    private static Outcome outcome(MessagingException e, boolean isHandedOver) {
        int reply = reply(e);
        if (reply < FIRST_REPLY) {
            return isHandedOver ? Outcome.uncertain("no-answer") : Outcome.down("connection");
        }
        String reason = "smtp-" + reply;
        if (isSender(e)) {
            return Outcome.down("sender-" + reason);
        }
        return reply >= PERMANENT
                ? Outcome.refused(reason)
                : reply >= TEMPORARY ? Outcome.later(reason) : Outcome.uncertain(reason);
    }

    /** The server takes nothing from the address from which we send: no message is to blame. */
    private static boolean isSender(MessagingException e) {
        return e instanceof SMTPSenderFailedException || e.getNextException() instanceof SMTPSenderFailedException;
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

    private static Properties properties(Values values) throws IOException, GeneralSecurityException {
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
        if (values.mailSecurity() != Security.NONE) {
            boolean isTls = values.mailSecurity() == Security.TLS;
            properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls));
            properties.put("mail.smtp.starttls.enable", Boolean.toString(!isTls));
            properties.put("mail.smtp.starttls.required", Boolean.toString(!isTls));
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
            properties.put("mail.smtp.ssl.socketFactory", Trust.sockets(values.trustFile()));
        }
        return properties;
    }

    @Override
    public void close() {
        // Nothing is kept: each message has a connection of its own
    }
}
