package org.yichuang.rest.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as text that can be stored and compared everywhere: well-formed UTF-8 (no overlong forms), and no half
 * of a
 * surrogate pair, which JSON can smuggle in as an escape.
 */
final class StrictJsonReader extends FilterReader {
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    /** How much of an escape has been read: nothing, the backslash, or the u and so many digits. */
    private int escape;

    private int value;
    private boolean highPending;

    StrictJsonReader(InputStream body) {
        super(new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Throws {@link CharacterCodingException} where the text is none. */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = offset; i < offset + n; i++) {
            take(buffer[i]);
        }
        return n;
    }

    private void take(char c) throws CharacterCodingException {
        if (escape == 0) {
            if (c == '\\') {
                escape = 1;
            } else {
                requireNoneHalf();
            }
        } else if (escape == 1) {
            escape = c == 'u' ? 2 : 0;
            value = 0;
            if (c != 'u') {
                requireNoneHalf();
            }
        } else {
            value = value * HEX + Math.max(0, Character.digit(c, HEX));
            if (++escape == 2 + HEX_DIGITS) {
                escape = 0;
                takeEscaped((char) value);
            }
        }
    }

    private void takeEscaped(char c) throws CharacterCodingException {
        if (Character.isLowSurrogate(c) != highPending) {
            throw new MalformedInputException(1);
        }
        highPending = Character.isHighSurrogate(c);
    }

    private void requireNoneHalf() throws CharacterCodingException {
        if (highPending) {
            throw new MalformedInputException(1);
        }
    }
}
