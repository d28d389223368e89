package org.yichuang.pages.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.kernel.api.Digests;

/** Style sheets, scripts and pictures, under addresses that change with their content and so may be kept for ever. */
public final class Assets {
    /** Where they are. */
    public static final String ROOT = "/assets/";

    private static final int HASH = 12;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    /** Reads all of them from this bundle. */
    public Assets() {
        add("style", "yichuang", "css", "text/css; charset=utf-8");
        add("script", "yichuang", "js", "text/javascript; charset=utf-8");
        add("htmx", "htmx.min", "js", "text/javascript; charset=utf-8");
        add("plot", "plot", "js", "text/javascript; charset=utf-8");
        add("echarts", "echarts.common.min", "js", "text/javascript; charset=utf-8");
        add("icon", "crest", "svg", "image/svg+xml");
    }

    private void add(String name, String file, String ending, String mediaType) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + file + "." + ending)) {
            if (in == null) {
                throw new IllegalStateException("The asset " + file + "." + ending + " is missing");
            }
            byte[] plain = in.readAllBytes();
            String address = ROOT + file + "." + Digests.sha256(plain).substring(0, HASH) + "." + ending;
            addresses.put(name, address);
            byAddress.put(address, new Asset(mediaType, plain, Gzip.pack(plain)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses by name. */
    public Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    /** How many bytes an asset takes on its way, compressed. */
    public int weight(String name) {
        return byAddress.get(addresses.get(name)).packed.length;
    }

    /** Sends an asset; false when there is none under the address. */
    public boolean serve(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> asset = Optional.ofNullable(byAddress.get(address));
        if (asset.isEmpty()) {
            return false;
        }
        boolean packed = Gzip.isAccepted(request);
        byte[] content = packed ? asset.get().packed : asset.get().plain;
        response.setContentType(asset.get().mediaType);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
        return true;
    }

    private static final class Asset {
        private final String mediaType;
        private final byte[] plain;
        private final byte[] packed;

        private Asset(String mediaType, byte[] plain, byte[] packed) {
            this.mediaType = mediaType;
            this.plain = plain;
            this.packed = packed;
        }
    }
}
