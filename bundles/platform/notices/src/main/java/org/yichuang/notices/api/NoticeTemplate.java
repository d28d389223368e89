package org.yichuang.notices.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** SPI (whiteboard): a kind of message that a module sends to people. A centre may replace its words. */
public interface NoticeTemplate {
    /** Returns the word of the module that sends it. */
    String module();

    /** Returns the kind, unique within the module, e.g. {@code acceptance}. */
    String kind();

    /** Returns the ways on which it may go; which of them it takes is the recipient's choice and the centre's. */
    Set<Channel> channels();

    /** Returns the age beyond which it is not sent any more: a module that was off for a month floods nobody. */
    Duration oldest();

    /** Returns the names of the facts that it needs; a request that lacks one is refused. */
    Set<String> facts();

    /**
     * Writes the message; the same for the same facts.
     *
     * @param language that of the recipient; in Chinese where it has no words for it
     */
    Text write(Channel channel, Locale language, Map<String, String> facts);

    /** A way to people. */
    enum Channel {
        /** The inbox of their account. */
        INBOX,
        MAIL,
        SMS
    }

    /**
     * A message's words.
     *
     * @param subject empty where the channel has none
     * @param body plain text
     */
    record Text(String subject, String body) {}
}
