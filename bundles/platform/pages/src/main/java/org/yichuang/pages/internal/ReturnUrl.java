package org.yichuang.pages.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yichuang.pages.internal.http.Address;

/** Where signing in leads back to: a page of the same centre and nothing else, whatever the address says. */
final class ReturnUrl {
    private ReturnUrl() {}

    /** The page that was asked for, or, when something was posted, the one on which it was typed. */
    static String of(DefaultPageCall call) {
        if (call.request().getMethod().equals("GET")) {
            return call.address().with("done", "");
        }
        return Optional.ofNullable(call.request().getHeader("Referer"))
                .flatMap(ReturnUrl::pathOf)
                .filter(path -> isInside(call, path))
                .orElse(call.address().path());
    }

    /** A target that was handed in, if it lies within the centre. */
    static Optional<String> validate(DefaultPageCall call, String target) {
        return Optional.of(target).filter(path -> isInside(call, path));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isInside(DefaultPageCall call, String path) {
        return Address.isPlain(path)
                && (path.equals(call.below())
                        || path.startsWith(call.below() + "/")
                        || path.startsWith(call.below() + "?"))
                && !path.startsWith(call.below() + "/sign-");
    }

    private static Optional<String> pathOf(String referer) {
        try {
            URI uri = URI.create(referer);
            String query = uri.getRawQuery();
            return Optional.ofNullable(uri.getRawPath()).map(path -> query == null ? path : path + "?" + query);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
