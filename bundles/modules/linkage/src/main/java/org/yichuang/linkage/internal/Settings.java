package org.yichuang.linkage.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;
import org.yichuang.linkage.internal.domain.Backoff;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;

/** The settings of the linkage; the module begins anew when they change. */
public final class Settings extends OperatorSettings<Settings.Values> {
    /** How long a message of a switched-off centre rests before it is looked at again. */
    public static final Duration REST = Duration.ofSeconds(15);

    /** How often at least a message is looked at that waits for people. */
    private static final Duration RARELY = Duration.ofHours(1);

    /** How often at least a message is sent again that has left without a receipt. */
    private static final Duration MOST_RARELY = Duration.ofHours(6);

    private static final Duration ANSWER_LIFE = Duration.ofMinutes(10);

    /**
     * Begins with the usual values.
     *
     * @param context where the configuration is followed once this is opened; null for none, in tests
     */
    public Settings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param workers how many messages are carried at a time
     * @param poll how often the outbox is looked at without being woken
     * @param claim how long a claimed message is ours
     * @param retryFirst the delay after the first failure
     * @param retryLongest what the delays grow to
     * @param receive the endpoints of Camel that envelopes and receipts of other deployments are taken from
     * @param breakerFailures how many handovers to a centre elsewhere fail one after the other before its way is shut
     * @param breakerRest for how long it is shut at first
     * @param receiptPatience how long after it has left for another deployment a message is sent again
     */
    @ConfigurationPid("org.yichuang.linkage")
    public record Values(
            @Setting(key = "workers", usual = "4", least = "1", most = "64") int workers,
            @Setting(key = "poll", usual = "PT1S", least = "PT0.01S", most = "PT1H") Duration poll,
            @Setting(key = "claim", usual = "PT20S", least = "PT1S", most = "PT1H") Duration claim,
            @Setting(key = "retry.first", usual = "PT1S", least = "PT0.001S", most = "P1D") Duration retryFirst,
            @Setting(key = "retry.longest", usual = "PT10M", least = "PT0.001S", most = "P7D") Duration retryLongest,
            @Setting(key = "receive", usual = "") String receive,
            @Setting(key = "breaker.failures", usual = "5", least = "1", most = "100") int breakerFailures,
            @Setting(key = "breaker.rest", usual = "PT10S", least = "PT0.1S", most = "PT2M") Duration breakerRest,
            @Setting(key = "receipt.patience", usual = "PT1M", least = "PT0.1S", most = "PT6H")
                    Duration receiptPatience) {
        /** When a failed message is tried again. */
        public Backoff backoff() {
            return new Backoff(retryFirst, retryLongest);
        }

        /** For how long an answer, or a file that was asked for, is worth carrying: its receiver may just begin. */
        public Duration answerLife() {
            return receiptPatience.compareTo(ANSWER_LIFE) < 0 ? ANSWER_LIFE : receiptPatience;
        }

        /**
         * After how long a copy that has left without a receipt is sent again, and for how long such a copy is worth
         * carrying: a receiver that is away for a fortnight is not to find a thousand of them.
         *
         * @param before how long the receipt of the copy before was waited for
         */
        public Duration patienceAfter(Duration before) {
            Duration twice = before.multipliedBy(2);
            Duration atLeast = twice.compareTo(receiptPatience) < 0 ? receiptPatience : twice;
            return atLeast.compareTo(MOST_RARELY) < 0 ? atLeast : MOST_RARELY;
        }

        /**
         * The breakers of the centres elsewhere; they begin with every way open.
         *
         * @param machineClock a rehearsal's time may stand still
         */
        public ReceiverBreakers breakers(Clock machineClock) {
            return new ReceiverBreakers(breakerFailures, breakerRest, machineClock);
        }

        /** The endpoints that others are heard from. */
        public List<String> endpoints() {
            return Arrays.stream(receive.split(","))
                    .map(String::strip)
                    .filter(endpoint -> !endpoint.isEmpty())
                    .toList();
        }

        /** When it is tried again where it waits until people have done something. */
        public Backoff rareBackoff() {
            return new Backoff(REST, retryLongest.compareTo(RARELY) > 0 ? retryLongest : RARELY);
        }
    }
}
