package org.yichuang.notices.internal.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.NoticeSettings.Values;

/** The providers of this node, each behind its breaker. */
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    /** Within which the end of a hand-over is noted. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final Duration UNCONFIGURED = Duration.ofMinutes(2);

    private final Map<Channel, Provider> providers = new EnumMap<>(Channel.class);
    private final Map<Channel, Breaker> breakers = new EnumMap<>(Channel.class);

    private final Supplier<Duration> lapse;

    /**
     * @param machineClock by which a provider is left alone
     * @param lapse after which nobody knows what became of a message whose hand-over did not end
     */
    public Providers(List<Provider> providers, Clock machineClock, Supplier<Duration> lapse) {
        this.lapse = lapse;
        providers.forEach(provider -> {
            this.providers.put(provider.channel(), provider);
            breakers.put(provider.channel(), new Breaker(machineClock));
        });
    }

    /** Those that the settings describe. */
    public static Providers of(NoticeSettings settings, PlatformClock clock) {
        return new Providers(
                List.of(new SmtpProvider(settings, clock.clock()), new SmppProvider(settings)),
                clock.machine(),
                () -> lapse(settings.now()));
    }

    /** As it is set, and never while a message may still be handed over. */
    private static Duration lapse(Values values) {
        Duration longest = values.handOverTimeout().plus(NOTED);
        return values.lapse().compareTo(longest) > 0 ? values.lapse() : longest;
    }

    /** After which nobody knows what became of a message whose hand-over did not end. */
    public Duration lapse() {
        return lapse.get();
    }

    /** The ways on which something can leave. */
    public Set<Channel> channels() {
        return providers.keySet();
    }

    /** Whether an operator has said where the provider of a way is. */
    public boolean isConfigured(Channel channel) {
        return Optional.ofNullable(providers.get(channel))
                .filter(Provider::isConfigured)
                .isPresent();
    }

    /** How long nothing is to be handed over on a way; zero when it may be. */
    public Duration left(Channel channel) {
        return isConfigured(channel) ? breakers.get(channel).left() : UNCONFIGURED;
    }

    /** Hands a message over. What a provider throws tells nothing of what became of the message. */
    public Outcome hand(Channel channel, Parcel parcel) {
        Outcome outcome = ForeignCode.call(() -> providers.get(channel).hand(parcel), e -> {
            LOG.error("{} {} failed by {}", channel, parcel.id(), e.getClass().getName());
            return Outcome.uncertain("failed");
        });
        breakers.get(channel).note(outcome);
        return outcome;
    }

    /** Ends connections that are kept. */
    public void close() {
        providers.values().forEach(Provider::close);
    }
}
