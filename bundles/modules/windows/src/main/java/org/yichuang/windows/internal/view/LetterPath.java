package org.yichuang.windows.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page of a letter is: numbers of papers hold characters that addresses do not. */
public final class LetterPath {
    private LetterPath() {}

    /** The page, below the centre. */
    public static String of(String number) {
        return "/windows/letters/"
                + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
