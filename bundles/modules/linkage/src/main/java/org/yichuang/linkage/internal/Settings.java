package org.yichuang.linkage.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;
import org.yichuang.linkage.internal.domain.Backoff;

/** The settings of the linkage; the module begins anew when they change. */
public final class Settings extends OperatorSettings<Settings.Values> {
    /** How long a message of a switched-off centre rests before it is looked at again. */
    public static final Duration REST = Duration.ofSeconds(15);

    /** How often at least a message is looked at that waits for people. */
    private static final Duration RARELY = Duration.ofHours(1);

    private static final String INSIDE = "direct:yichuang-linkage-receive";

    private final CamelContext camel;

    /**
     * Begins with the usual values.
     *
     * @param context where the configuration is followed once this is opened; null for none, in tests
     * @param camel what makes endpoints
     */
    public Settings(BundleContext context, CamelContext camel) {
        super(Values.class, context);
        this.camel = camel;
    }

    /** One endpoint that cannot be made would keep all routes from running. */
    @Override
    protected List<FieldProblem> validate(Values read) {
        List<FieldProblem> problems = new ArrayList<>();
        Map.of("transport", read.transport, "receive", read.receive).forEach((key, uri) -> {
            String scheme = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
            if (!isKnown(scheme)) {
                problems.add(
                        new FieldProblem(key, LocalizedMessage.of(Settings.class, "endpoint-unknown", scheme, INSIDE)));
            }
        });
        return problems;
    }

    private boolean isKnown(String scheme) {
        return ForeignCode.call(() -> camel.getComponent(scheme) != null, e -> false);
    }

    /**
     * @param transport the Camel endpoint that envelopes are handed to
     * @param receive the Camel endpoint that envelopes are taken from
     * @param workers how many messages are carried at a time
     * @param poll how often the outbox is looked at without being woken
     * @param claim how long a claimed message is ours
     * @param retryFirst the delay after the first failure
     * @param retryLongest what the delays grow to
     */
    @ConfigurationPid("org.yichuang.linkage")
    public record Values(
            @Setting(key = "transport", usual = INSIDE, most = "500") String transport,
            @Setting(key = "receive", usual = INSIDE, most = "500") String receive,
            @Setting(key = "workers", usual = "4", least = "1", most = "64") int workers,
            @Setting(key = "poll", usual = "PT1S", least = "PT0.01S", most = "PT1H") Duration poll,
            @Setting(key = "claim", usual = "PT20S", least = "PT1S", most = "PT1H") Duration claim,
            @Setting(key = "retry.first", usual = "PT1S", least = "PT0.001S", most = "P1D") Duration retryFirst,
            @Setting(key = "retry.longest", usual = "PT10M", least = "PT0.001S", most = "P7D") Duration retryLongest) {
        /** When a failed message is tried again. */
        public Backoff backoff() {
            return new Backoff(retryFirst, retryLongest);
        }

        /** The same for what waits until people have done something. */
        public Backoff rareBackoff() {
            return new Backoff(REST, retryLongest.compareTo(RARELY) > 0 ? retryLongest : RARELY);
        }

        /** Whether envelopes stay in this container, so that they need not become bytes. */
        public boolean staysInside() {
            return transport.startsWith("direct:") || transport.startsWith("seda:");
        }
    }
}
