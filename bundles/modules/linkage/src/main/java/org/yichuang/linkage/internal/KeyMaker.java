package org.yichuang.linkage.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Gives each centre its key as soon as it appears, so that the first message need not wait for it. */
public class KeyMaker implements TenancyListener {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMaker.class);

    private final Tenants tenants;
    private final KeyRing keys;
    private final ExecutorService maker = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "yichuang-linkage-keys"));

    public KeyMaker(Tenants tenants, KeyRing keys) {
        this.tenants = tenants;
        this.keys = keys;
    }

    /** Looks after the centres that were there before. */
    public void start() {
        tenants.all().forEach(this::tenantChanged);
    }

    /** Ends with the bundle. */
    public void stop() {
        maker.shutdownNow();
    }

    @Override
    public void tenantChanged(Tenant tenant) {
        if (tenant.has("linkage")) {
            maker.execute(() -> make(tenant));
        }
    }

    private void make(Tenant tenant) {
        try {
            keys.signing(tenant.id());
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} has no signing key yet; it will be made with its first message: {}", tenant.id(), e.toString());
        }
    }
}
