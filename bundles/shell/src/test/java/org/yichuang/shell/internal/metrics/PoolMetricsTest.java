package org.yichuang.shell.internal.metrics;

import static org.junit.Assert.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.Test;

public class PoolMetricsTest {
    @Test
    public void aPoolIsToldByWhatItShows() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.ops4j.pax.jdbc.pool.dbcp2:type=GenericObjectPool,name=yichuang");
        beans.registerMBean(new Pool(), name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.builder().build().write(out, new PoolMetrics().collect());
        } finally {
            beans.unregisterMBean(name);
        }

        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text, text.contains("yichuang_pool_connections{pool=\"yichuang\",state=\"active\"} 3.0"));
        assertTrue(text, text.contains("yichuang_pool_connections{pool=\"yichuang\",state=\"max\"} 20.0"));
    }

    /** What commons-pool shows. */
    public interface PoolMBean {
        int getNumActive();

        int getMaxTotal();
    }

    private static final class Pool implements PoolMBean {
        @Override
        public int getNumActive() {
            return 3;
        }

        @Override
        public int getMaxTotal() {
            return 20;
        }
    }
}
