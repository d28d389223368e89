package org.yichuang.pages.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.yichuang.pages.internal.http.Gzip;
import org.yichuang.tenancy.api.Tenant;

/**
 * A page that shows all centres, kept as it is sent until one of them changes: whoever asks for it, and however often,
 * it is rendered and compressed once, by one thread.
 *
 * @param <K> what it depends on besides; there are only a few of them
 */
final class RenderedPages<K> {
    private final Map<K, Rendered> pages = new ConcurrentHashMap<>();

    /** A page for these centres, plain and compressed. */
    record Rendered(List<Tenant> centres, byte[] plain, byte[] packed) {}

    /** Returns the page, rendered anew when the centres are others than it was rendered for. */
    Rendered get(K key, List<Tenant> centres, Supplier<byte[]> render) {
        Rendered present = pages.get(key);
        return isOf(present, centres) ? present : renew(key, centres, render);
    }

    private synchronized Rendered renew(K key, List<Tenant> centres, Supplier<byte[]> render) {
        Rendered present = pages.get(key);
        if (isOf(present, centres)) {
            return present;
        }
        byte[] plain = render.get();
        Rendered rendered = new Rendered(centres, plain, Gzip.pack(plain));
        pages.put(key, rendered);
        return rendered;
    }

    private static boolean isOf(Rendered page, List<Tenant> centres) {
        return page != null && (page.centres() == centres || page.centres().equals(centres));
    }
}
