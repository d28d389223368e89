package org.yichuang.notices.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;

/** SPI (whiteboard): a kind of message that a module sends to people. A centre may replace its words. */
public interface NoticeTemplate {
    /** Returns the word of the module that sends it. */
    String module();

    /** Returns the kind, unique within the module, e.g. {@code acceptance}. */
    String kind();

    /** Returns what people call the kind; its word where nobody has named it. */
    default LocalizedMessage title() {
        return LocalizedMessage.verbatim(kind());
    }

    /**
     * Returns the ways on which it may go. With {@link Channel#INBOX} it always lies in the recipient's inbox; which of
     * the others it takes is the recipient's choice and the centre's.
     */
    Set<Channel> channels();

    /** Returns the age beyond which it is not sent any more: a module that was off for a month floods nobody. */
    Duration oldest();

    /** Returns the names of the facts that it needs; a request that lacks one is refused. Latin letters only. */
    Set<String> facts();

    /** Returns an example of each fact, for whoever looks at how a text reads; the names where nobody has given any. */
    default Map<String, String> examples() {
        return facts().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /**
     * Writes the message in the module's own words; the same for the same facts.
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
