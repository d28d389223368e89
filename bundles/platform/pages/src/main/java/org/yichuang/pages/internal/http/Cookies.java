package org.yichuang.pages.internal.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;

/** Reads cookies and writes {@code Set-Cookie}, which the servlet API cannot do with {@code SameSite}. */
public final class Cookies {
    /** The secret of a session. */
    private static final String SESSION = "yichuang-session";
    /** The secret of somebody who has not signed in, for the tokens of forms. */
    private static final String VISITOR = "yichuang-visitor";
    /** What somebody keeps who has been sent to another site. */
    private static final String OUTSIDE = "yichuang-outside";
    /** The language. */
    public static final String LANGUAGE = "yichuang-language";
    /** Elderly mode. */
    public static final String ELDERLY = "yichuang-elderly";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    /** What browsers take over HTTPS only, for the whole host and from nobody else. */
    private static final String HOST = "__Host-";

    private Cookies() {}

    /** The name of the session's cookie at a centre, where it goes back to that centre only. */
    public static String session(String tenant, boolean secure) {
        return secure ? HOST + SESSION + "-" + tenant : SESSION;
    }

    /** The path of the session's cookie: over HTTPS its name tells the centre. */
    public static String sessionPath(String tenant, boolean secure) {
        return secure ? "/" : "/" + tenant;
    }

    /** The name of the cookie of somebody who has not signed in. */
    public static String visitor(boolean secure) {
        return secure ? HOST + VISITOR : VISITOR;
    }

    /** The name of the cookie of somebody who has been sent to another site. */
    public static String outside(boolean secure) {
        return secure ? HOST + OUTSIDE : OUTSIDE;
    }

    /** A cookie that scripts cannot read and that is soon over; a link back from another site brings it along. */
    public static String brief(String name, String value, boolean secure) {
        return secret(name, value, "/", secure) + "; Max-Age="
                + Duration.ofMinutes(10).toSeconds();
    }

    /** The value of a cookie, empty text when it is not there or not of ours. */
    public static String get(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> PLAIN.matcher(value).matches())
                .findFirst()
                .orElse("");
    }

    /** The language that was chosen; Chinese without a choice. */
    public static Locale language(HttpServletRequest request) {
        return Languages.find(get(request, LANGUAGE)).orElse(LocalizedMessage.CHINESE);
    }

    /** A cookie that scripts cannot read and that ends with the browser. */
    public static String secret(String name, String value, String path, boolean secure) {
        return name + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /** A choice that is kept for long. */
    public static String choice(String name, String value, boolean secure) {
        return name + "=" + value + "; Path=/; Max-Age=" + Duration.ofDays(365).toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /** Takes a cookie away. */
    public static String gone(String name, String path, boolean secure) {
        return secret(name, "", path, secure) + "; Max-Age=0";
    }
}
