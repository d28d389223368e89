package org.yichuang.rest.internal;

import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;

/** The door's settings (PID {@code org.yichuang.rest}); a change is in force at once. */
public final class Settings implements ManagedService {
    private static final Map<String, String> USUAL = new TreeMap<>(Map.of(
            "rate.address", "2000",
            "rate.address.burst", "4000",
            "rate.account", "2000",
            "rate.account.burst", "4000",
            "rate.registration", "1",
            "rate.registration.burst", "30",
            "body.limit", String.valueOf(64L << 20),
            "expected", "catalogue,cases,linkage,identity",
            "proxies", ""));

    private volatile Values values = Values.of(USUAL);

    /** What is in force now. */
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
        try {
            values = Values.of(all);
        } catch (NumberFormatException e) {
            throw new ConfigurationException("rate.*, body.limit", "must be whole numbers: " + e.getMessage(), e);
        }
    }

    /**
     * @param address calls per second from one address, and how many at once
     * @param account calls per second of one account, and how many at once
     * @param registration applicants per second that register from one address, and how many at once
     * @param bodyLimit the largest body of all, in bytes
     * @param expected the module words without which the container is not ready
     * @param proxies addresses whose {@code X-Forwarded-For} is believed
     */
    record Values(
            Rate address, Rate account, Rate registration, long bodyLimit, List<String> expected, Set<String> proxies) {
        private static Values of(Map<String, String> map) {
            return new Values(
                    rate(map, "rate.address"),
                    rate(map, "rate.account"),
                    rate(map, "rate.registration"),
                    Long.parseLong(map.get("body.limit")),
                    words(map.get("expected")),
                    Set.copyOf(words(map.get("proxies"))));
        }

        private static Rate rate(Map<String, String> map, String key) {
            return new Rate(Integer.parseInt(map.get(key)), Integer.parseInt(map.get(key + ".burst")));
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
