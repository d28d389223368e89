package org.yichuang.windows.internal.web;

import java.util.regex.Pattern;
import javax.ws.rs.core.Response;
import org.yichuang.pages.api.PageCall;

/** The secret of a device of the hall, as its browser keeps it: hidden from scripts, and sent to the hall alone. */
final class DeviceCookie {
    static final String NAME = "hall-device";
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z-]{1,40}\\.[0-9A-Za-z]{1,60}");
    /** As long as browsers keep one, in seconds. */
    private static final int DAYS_400 = 34_560_000;

    private DeviceCookie() {}

    /** Nothing where it is none of ours. */
    static String of(String value) {
        return value != null && SECRET.matcher(value).matches() ? value : "";
    }

    /** The answer, with which the browser keeps the secret. */
    static Response kept(Response answer, String secret, PageCall call) {
        boolean isSecure = call.ui().address("/").startsWith("https:");
        return Response.fromResponse(answer)
                .header(
                        "Set-Cookie",
                        NAME + "=" + secret + "; Path=" + call.ui().path("/windows") + "; Max-Age=" + DAYS_400
                                + "; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : ""))
                .build();
    }
}
