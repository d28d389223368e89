package org.yichuang.ratings.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a form carries to open a rating: a token, number and code, or the id alone.
 *
 * @param token of a link
 * @param number of a case, with {@code code}
 * @param code the query code
 * @param id of what the own account is asked, or which service of the case
 */
public record KeyView(String token, String number, String code, String id) {
    /** That of an account's own. */
    public static KeyView ofAccount(String id) {
        return new KeyView("", "", "", id);
    }

    /** The same, of the service that was shown. */
    public KeyView of(String shown) {
        return token.isEmpty() ? new KeyView(token, number, code, shown) : this;
    }

    /** Whether it opens nothing. */
    public boolean isEmpty() {
        return token.isEmpty() && number.isEmpty() && id.isEmpty();
    }

    /** The page's path with it. */
    public String path() {
        if (!token.isEmpty()) {
            return "/rate?token=" + encoded(token);
        }
        return number.isEmpty()
                ? "/rate?id=" + encoded(id)
                : "/rate?number=" + encoded(number) + "&code=" + encoded(code) + "&id=" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
