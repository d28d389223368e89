package org.yichuang.documents.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) with nothing but the Java platform: objects as maps, in which no name stands twice, arrays as
 * lists, numbers as decimals.
 */
final class JsonReader {
    private static final int DEEPEST = 64;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value(0);
        reader.skipSpace();
        reader.require(reader.at == text.length());
        return value;
    }

    private Object value(int depth) {
        require(depth < DEEPEST);
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        if (isNext('}')) {
            return fields;
        }
        do {
            skipSpace();
            String name = string();
            require(isNext(':') && !fields.containsKey(name));
            fields.put(name, value(depth + 1));
        } while (isNext(','));
        require(isNext('}'));
        return fields;
    }

    private List<Object> array(int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        if (isNext(']')) {
            return values;
        }
        do {
            values.add(value(depth + 1));
        } while (isNext(','));
        require(isNext(']'));
        return values;
    }

    private String string() {
        require(peek() == '"');
        at++;
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char letter = text.charAt(at++);
            require(letter >= ' ');
            string.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong();
        };
    }

    private char unicode() {
        require(at + HEX_DIGITS <= text.length());
        String digits = text.substring(at, at + HEX_DIGITS);
        require(digits.matches("[0-9a-fA-F]{4}"));
        at += HEX_DIGITS;
        return (char) Integer.parseInt(digits, HEX);
    }

    private Object word(String word, Object value) {
        require(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        require(number.length() <= DEEPEST && number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"));
        return new BigDecimal(number);
    }

    private boolean isNext(char letter) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == letter) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void require(boolean isJson) {
        if (!isJson) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("No JSON at character " + at);
    }
}
