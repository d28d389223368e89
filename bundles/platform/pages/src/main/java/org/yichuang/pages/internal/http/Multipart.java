package org.yichuang.pages.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads the parts of a {@code multipart/form-data} body one after the other. */
final class Multipart {
    private static final int LINE = 8192;
    private static final int PARTS = 500;
    private static final int TEXT = 1 << 20;
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final InputStream body;
    private final byte[] delimiter;

    Multipart(InputStream body, String boundary) {
        this.body = new BufferedInputStream(body, LINE);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /** What takes the parts. */
    interface Parts {
        /** A text. */
        void text(String name, String value);

        /** A chosen file; its content is written into what is returned, which is closed at its end. */
        OutputStream file(String name, String fileName, String mediaType) throws IOException;
    }

    void readInto(Parts parts) throws IOException {
        // the first boundary has no line break before it
        if (!line().equals(new String(delimiter, 2, delimiter.length - 2, StandardCharsets.UTF_8))) {
            throw unreadable();
        }
        int count = 0;
        do {
            if (++count > PARTS) {
                throw unreadable();
            }
            part(parts);
        } while (anotherFollows());
    }

    private void part(Parts parts) throws IOException {
        Map<String, String> headers = headers();
        String disposition = headers.getOrDefault("content-disposition", "");
        String name = find(NAME, disposition);
        String fileName = find(FILE, disposition);
        if (name == null) {
            throw unreadable();
        }
        if (fileName == null) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            copyTo(text, TEXT);
            parts.text(name, text.toString(StandardCharsets.UTF_8));
        } else {
            String type = headers.getOrDefault("content-type", "application/octet-stream");
            try (OutputStream file = parts.file(name, base(fileName), type)) {
                copyTo(file, Long.MAX_VALUE);
            }
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw unreadable();
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    /**
     * Copies until the delimiter, which begins with the only CR that it contains: a mismatch never hides another start.
     */
    private void copyTo(OutputStream out, long most) throws IOException {
        byte[] chunk = new byte[LINE];
        int filled = 0;
        int matched = 0;
        long size = 0;
        while (matched < delimiter.length) {
            int one = body.read();
            if (one < 0) {
                throw unreadable();
            }
            if (one == (delimiter[matched] & 0xff)) {
                matched++;
                continue;
            }
            int pending = matched + 1;
            size += pending;
            if (size > most) {
                throw Bounded.tooLarge(most);
            }
            if (filled + pending > chunk.length) {
                out.write(chunk, 0, filled);
                filled = 0;
            }
            System.arraycopy(delimiter, 0, chunk, filled, matched);
            filled += matched;
            matched = one == '\r' ? 1 : 0;
            if (matched == 0) {
                chunk[filled++] = (byte) one;
            }
        }
        out.write(chunk, 0, filled);
    }

    private boolean anotherFollows() throws IOException {
        String after = line();
        if (after.equals("--")) {
            return false;
        }
        if (!after.isBlank()) {
            throw unreadable();
        }
        return true;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = body.read(); one >= 0 && one != '\n'; one = body.read()) {
            if (line.size() >= LINE) {
                throw unreadable();
            }
            line.write(one);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String find(Pattern pattern, String header) {
        Matcher found = pattern.matcher(header);
        return found.find() ? found.group(1).replace("%22", "\"").replace("\\\"", "\"") : null;
    }

    private static String base(String fileName) {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }

    static ProblemException unreadable() {
        return new ProblemException(
                CommonError.BODY_UNREADABLE, LocalizedMessage.of(Multipart.class, "form-unreadable"));
    }
}
