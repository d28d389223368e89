package org.yichuang.ratings.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a grade was given for (R3-29); somebody may name some, or none. */
public enum Aspect {
    /** How fast it was. */
    EFFICIENCY(Channel.ONLINE, Channel.WINDOW),
    /** Whether the guide said what is so. */
    GUIDE(Channel.ONLINE),
    /** How easy it was. */
    CONVENIENCE(Channel.ONLINE),
    /** How the pages worked. */
    PLATFORM(Channel.ONLINE),
    /** How well people knew their work. */
    SKILL(Channel.WINDOW),
    /** How people behaved. */
    ATTITUDE(Channel.WINDOW),
    /** Whether what was told is understood, e.g. what is missing. */
    CLARITY(Channel.ONLINE, Channel.WINDOW);

    private final Set<Channel> channels;

    Aspect(Channel... channels) {
        this.channels = Set.of(channels);
    }

    /** Those that make sense of a channel. */
    public static List<Aspect> of(Channel channel) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.channels.contains(channel))
                .toList();
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Aspect.class, "aspect." + name());
    }
}
