package org.yichuang.web.internal;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the chain; a change is in force at once. */
public final class WebSettings extends OperatorSettings<WebSettings.Values> {
    private static final String MOST = "2147483647";

    private volatile TrustedProxies proxies = TrustedProxies.of(List.of());

    /** With the usual values only. */
    public WebSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public WebSettings(BundleContext context) {
        super(Values.class, context);
        onChange(() -> proxies = TrustedProxies.of(now().proxies()));
    }

    /** Whose {@code X-Forwarded-…} headers are believed. */
    TrustedProxies proxies() {
        return proxies;
    }

    /**
     * @param proxies addresses and networks of the proxies whose {@code X-Forwarded-…} headers are believed
     * @param addressRate how fast the bucket of a client address fills
     * @param addressBurst how much it holds
     * @param accountRate how fast the bucket of an account fills
     * @param accountBurst how much it holds
     * @param concurrentRequests how many requests modules work on at once
     * @param concurrentStreams how many long-lived answers there are at once
     * @param concurrentStreamsOfAccount how many of these one account has
     * @param concurrentBodies how many threads wait for slow bodies at once
     * @param concurrentBodiesOfAddress how many of these wait for one client address
     * @param bodySeconds how long a body may take in any case
     * @param bodyRate the least rate of a body in bytes per second, after its first ten seconds
     */
    @ConfigurationPid("org.yichuang.web")
    record Values(
            @Setting(key = "proxies", usual = "", most = "4000") List<String> proxies,
            @Setting(key = "rate.address", usual = "2000", least = "1", most = MOST, unit = "1/s") int addressRate,
            @Setting(key = "rate.address.burst", usual = "4000", least = "1", most = MOST) int addressBurst,
            @Setting(key = "rate.account", usual = "2000", least = "1", most = MOST, unit = "1/s") int accountRate,
            @Setting(key = "rate.account.burst", usual = "4000", least = "1", most = MOST) int accountBurst,
            @Setting(key = "requests.concurrent", usual = "160", least = "1", most = MOST) int concurrentRequests,
            @Setting(key = "streams.concurrent", usual = "1000", least = "1", most = MOST) int concurrentStreams,
            @Setting(key = "streams.concurrent.account", usual = "8", least = "1", most = MOST)
                    int concurrentStreamsOfAccount,
            @Setting(key = "bodies.concurrent", usual = "64", least = "1", most = MOST) int concurrentBodies,
            @Setting(key = "bodies.concurrent.address", usual = "16", least = "1", most = MOST)
                    int concurrentBodiesOfAddress,
            @Setting(key = "body.seconds", usual = "300", least = "1", most = MOST, unit = "s") int bodySeconds,
            @Setting(key = "body.rate", usual = "1024", least = "1", most = MOST, unit = "bytes/s") int bodyRate) {
        /**
         * How often something may be asked for.
         *
         * @param limit {@code address} or {@code account}
         */
        Rate rate(String limit) {
            return limit.equals("address") ? new Rate(addressRate, addressBurst) : new Rate(accountRate, accountBurst);
        }
    }

    /**
     * @param perSecond how fast the bucket fills
     * @param burst how much it holds
     */
    record Rate(int perSecond, int burst) {}
}
