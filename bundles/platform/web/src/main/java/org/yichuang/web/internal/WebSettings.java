package org.yichuang.web.internal;

import java.util.Arrays;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.yichuang.kernel.api.OperatorSetting;

/** The settings of the chain (PID {@code org.yichuang.web}); a change is in force at once. */
public final class WebSettings implements ManagedService {
    private static final String FILE = "org.yichuang.web.cfg ";
    private static final Map<String, String> USUAL = usual();

    private volatile Values values = Values.of(USUAL);

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("proxies", "");
        usual.put("rate.address", "2000");
        usual.put("rate.address.burst", "4000");
        usual.put("rate.account", "2000");
        usual.put("rate.account.burst", "4000");
        usual.put("requests.concurrent", "160");
        usual.put("streams.concurrent", "1000");
        usual.put("streams.concurrent.account", "8");
        usual.put("bodies.concurrent", "64");
        usual.put("bodies.concurrent.address", "16");
        usual.put("body.seconds", "300");
        usual.put("body.rate", "1024");
        return usual;
    }

    /** What is in force now; another object after every change. */
    Values now() {
        return values;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> all = new TreeMap<>(USUAL);
        if (properties != null) {
            for (String key : USUAL.keySet()) {
                if (properties.get(key) != null) {
                    all.put(key, properties.get(key).toString().strip());
                }
            }
        }
        values = Values.of(all);
    }

    /**
     * @param proxies whose {@code X-Forwarded-…} headers are believed
     * @param rates how often something may be asked for, by the limit's name
     * @param concurrentRequests how many requests modules work on at once
     * @param concurrentStreams how many long-lived answers there are at once
     * @param concurrentStreamsOfAccount how many of these one account has
     * @param concurrentBodies how many threads wait for slow bodies at once
     * @param concurrentBodiesOfAddress how many of these wait for one client address
     * @param bodySeconds how long a body may take in any case
     * @param bodyRate the least rate of a body in bytes per second, after its first ten seconds
     */
    record Values(
            TrustedProxies proxies,
            Map<String, Rate> rates,
            int concurrentRequests,
            int concurrentStreams,
            int concurrentStreamsOfAccount,
            int concurrentBodies,
            int concurrentBodiesOfAddress,
            int bodySeconds,
            int bodyRate) {
        private static Values of(Map<String, String> map) {
            return new Values(
                    TrustedProxies.of(words(map.get("proxies"))),
                    Map.of(
                            "address", rate(map, "rate.address"),
                            "account", rate(map, "rate.account")),
                    number(map, "requests.concurrent"),
                    number(map, "streams.concurrent"),
                    number(map, "streams.concurrent.account"),
                    number(map, "bodies.concurrent"),
                    number(map, "bodies.concurrent.address"),
                    number(map, "body.seconds"),
                    number(map, "body.rate"));
        }

        private static Rate rate(Map<String, String> map, String key) {
            return new Rate(number(map, key), number(map, key + ".burst"));
        }

        private static int number(Map<String, String> map, String key) {
            long usual = Long.parseLong(USUAL.get(key));
            return (int) Math.min(Integer.MAX_VALUE, OperatorSetting.number(FILE + key, map.get(key), 1, usual));
        }

        private static List<String> words(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * @param perSecond how fast the bucket fills
     * @param burst how much it holds
     */
    record Rate(int perSecond, int burst) {}
}
