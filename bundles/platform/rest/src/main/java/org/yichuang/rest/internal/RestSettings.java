package org.yichuang.rest.internal;

import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.ManagedService;
import org.yichuang.kernel.api.OperatorSetting;

/** The settings of the API (PID {@code org.yichuang.rest}); a change is in force at once. */
public final class RestSettings implements ManagedService {
    private static final long BODY_LIMIT = 64L << 20;
    private static final Map<String, String> USUAL = Map.of("body.limit", String.valueOf(BODY_LIMIT));

    private volatile Values values = Values.of(USUAL);

    /** What is in force now. */
    Values now() {
        return values;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) {
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

    /** @param bodyLimit the largest body of all, in bytes */
    record Values(long bodyLimit) {
        private static Values of(Map<String, String> map) {
            return new Values(
                    OperatorSetting.number("org.yichuang.rest.cfg body.limit", map.get("body.limit"), 1, BODY_LIMIT));
        }
    }
}
