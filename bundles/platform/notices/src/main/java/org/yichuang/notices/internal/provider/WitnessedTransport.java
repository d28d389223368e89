package org.yichuang.notices.internal.provider;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/** A connection to a mail server that knows whether the server may have taken the message. */
final class WitnessedTransport extends SMTPTransport {
    private boolean isHandedOver;

    WitnessedTransport(Session session, String host, int port) {
        super(session, new URLName("smtp", host, port, null, null, null));
    }

    /** Whether the end of the message has been sent, after which the server may have taken it. */
    boolean isHandedOver() {
        return isHandedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        isHandedOver = true;
        super.finishData();
    }
}
