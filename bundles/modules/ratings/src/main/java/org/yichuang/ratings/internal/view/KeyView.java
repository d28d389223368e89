package org.yichuang.ratings.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a form carries to open a rating: one of these, the others are empty.
 *
 * @param token of a link
 * @param number of a case, with {@code code}
 * @param code the query code
 * @param id of what the own account is asked
 */
public record KeyView(String token, String number, String code, String id) {
    /** That of an account's own. */
    public static KeyView ofAccount(String id) {
        return new KeyView("", "", "", id);
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
                : "/rate?number=" + encoded(number) + "&code=" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
