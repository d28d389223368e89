package org.yichuang.notices.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTemplate.Text;

/** The centre's own texts of messages, in versions: what was sent keeps the version by which it was written. */
public interface NoticeTexts {
    /** Returns the kinds of messages of the modules that are here, with the ways on which each may go. */
    @RequiresPermission(NoticePermission.TEXTS)
    List<Kind> kinds(CallContext context);

    /**
     * Returns the versions of a text, the newest first, at most 100; the last one is the module's own.
     *
     * @throws ProblemException {@code template-unknown}
     */
    @RequiresPermission(NoticePermission.TEXTS)
    List<Version> versions(Place place, CallContext context);

    /**
     * Shows what a message would say with a text, with an example of each fact.
     *
     * @param text with <code>{name}</code> for facts; with an empty body, the module's own words
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when it names a fact that is not there
     */
    @RequiresPermission(NoticePermission.TEXTS)
    Text preview(Place place, Text text, CallContext context);

    /**
     * Puts a text into force as a new version. {@code If-Match} names the newest version that it was made from.
     *
     * @param text as in {@link #preview}; an empty body puts the module's own words into force again
     * @throws ProblemException as in {@link #preview}; {@code precondition-failed} when there is a newer version
     */
    @RequiresPermission(NoticePermission.TEXTS)
    Version put(Place place, Text text, CallContext context);

    /**
     * Which text.
     *
     * @param module the word of the sending module
     * @param kind the template's kind
     * @param channel the way
     */
    record Place(String module, String kind, Channel channel) {
        private static final int PARTS = 3;

        /**
         * Reads what {@link #word} writes.
         *
         * @throws ProblemException {@code template-unknown}
         */
        public static Place parse(String word) {
            String[] parts = word.split("\\.", PARTS + 1);
            return Stream.of(Channel.values())
                    .filter(channel ->
                            parts.length == PARTS && channel.name().equals(parts[PARTS - 1].toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .map(channel -> new Place(parts[0], parts[1], channel))
                    .orElseThrow(() -> ProblemException.of(NoticeError.TEMPLATE_UNKNOWN, word));
        }

        /** The place in one word, e.g. {@code cases.accepted.mail}. */
        public String word() {
            return module + "." + kind + "." + channel.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A kind of message.
     *
     * @param module the word of the sending module
     * @param kind the template's kind
     * @param title what people call it
     * @param channels the ways on which it may go
     * @param facts the names of the facts that its texts may name
     */
    record Kind(String module, String kind, LocalizedMessage title, Set<Channel> channels, Set<String> facts) {}

    /**
     * A version of a text.
     *
     * @param version 0 for the module's own words
     * @param text the words, with <code>{name}</code> for facts; an empty body stands for the module's own
     * @param by the account that wrote it; empty for the module's own
     * @param at when; the epoch for the module's own
     */
    record Version(int version, Text text, String by, Instant at) {}
}
