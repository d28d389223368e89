package org.yichuang.notices.internal.provider;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.util.ByteArrayDataSource;

/** A mail that bears the same id however often it is handed over, so that mail systems can tell. */
final class Letter extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    Letter(Session session, Parcel parcel, InternetAddress from, Instant at) throws MessagingException {
        super(session);
        String address = from.getAddress();
        this.id = "<" + parcel.id() + "@" + address.substring(address.indexOf('@') + 1) + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.to(), true));
        setSubject(parcel.subject(), UTF_8);
        setSentDate(Date.from(at));
        setHeader("Auto-Submitted", "auto-generated");
        // Bytes and not a text: for texts the activation framework looks for handlers, which it does not find in OSGi
        setDataHandler(new DataHandler(
                new ByteArrayDataSource(parcel.body().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        setHeader("Content-Transfer-Encoding", "base64");
        saveChanges();
    }

    /**
     * Who sends.
     *
     * @throws AddressException when that is no address
     */
    static InternetAddress sender(String address, String name) throws AddressException {
        InternetAddress sender = new InternetAddress(address, true);
        try {
            sender.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return sender;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
