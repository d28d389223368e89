package org.yichuang.notices.internal.provider;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/** A connection to a mail server that knows how far a message has come. */
final class WitnessedTransport extends SMTPTransport {
    private boolean isSenderTaken;
    private boolean isHandedOver;

    WitnessedTransport(Session session, String host, int port) {
        super(session, new URLName("smtp", host, port, null, null, null));
    }

    /** Whether the server lets us send, and from the address from which we do: the recipient has been named to it. */
    boolean isSenderTaken() {
        return isSenderTaken;
    }

    /** Whether the end of the message has been sent, after which the server may have taken it. */
    boolean isHandedOver() {
        return isHandedOver;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        isSenderTaken = true;
        super.rcptTo();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        isHandedOver = true;
        super.finishData();
    }
}
