package org.yichuang.pages.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.UploadedFile;
import org.yichuang.web.api.RequestBody;

/** A posted form, taken apart: its tokens, its texts, its files. */
public final class PostedForm implements AutoCloseable {
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=\"?([^\";,]{1,70})\"?");
    private static final int FIELDS = 2000;
    private static final int TEXTS = 1 << 20;
    private static final Admission NOTHING_TO_TAKE = new Admission() {
        @Override
        public void requireToken(String token) {}

        @Override
        public void checkUpload() {}
    };

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    /** The names of the form's boxes to tick: of those that are not ticked browsers say nothing. */
    private final Set<String> boxes = new HashSet<>();

    private final Map<String, Spool> files = new LinkedHashMap<>();
    private String csrf = "";
    private String once = "";
    private String version = "";
    private final Admission admission;
    private boolean proven;
    private int fields;

    private PostedForm(Admission admission) {
        this.admission = admission;
    }

    /** Whose forms, and whose files, are taken. */
    public interface Admission {
        /**
         * Throws when the form's token is not good: called before any file is taken in, and once at the least.
         *
         * @param token the form's
         */
        void requireToken(String token);

        /** Throws a {@link ProblemException} when no files are taken: called once, before the first is taken in. */
        void checkUpload();
    }

    private void requireToken() {
        if (!proven) {
            admission.requireToken(csrf);
            proven = true;
        }
    }

    /** What is posted without a body. */
    public static PostedForm empty() {
        return new PostedForm(NOTHING_TO_TAKE);
    }

    /**
     * Reads a body.
     *
     * @param contentType its media type, or null
     * @param limit how long it may be
     * @param admission whether it is taken
     * @throws ProblemException when it is too long, or no form
     */
    public static PostedForm read(String contentType, RequestBody body, long limit, Admission admission)
            throws IOException {
        String type = contentType == null ? "" : contentType;
        PostedForm posted = new PostedForm(admission);
        try {
            posted.take(type, body, limit);
            posted.requireToken();
            return posted;
        } catch (RuntimeException | IOException e) {
            posted.close();
            throw e;
        }
    }

    private void take(String type, RequestBody body, long limit) throws IOException {
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("application/x-www-form-urlencoded")) {
            try (InputStream bounded = new Bounded(body.open(limit), Math.min(limit, TEXTS))) {
                decode(new String(bounded.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else if (kind.startsWith("multipart/form-data")) {
            Matcher boundary = BOUNDARY.matcher(type);
            if (!boundary.find()) {
                throw Multipart.unreadable();
            }
            new Multipart(new Bounded(body.open(limit), limit), boundary.group(1)).readInto(new Taker(body));
        } else {
            throw new ProblemException(
                    CommonError.MEDIA_TYPE_UNSUPPORTED, LocalizedMessage.of(PostedForm.class, "web-forms-only"));
        }
    }

    private void decode(String body) {
        for (String pair : body.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                put(
                        URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw Multipart.unreadable();
            }
        }
    }

    private void put(String name, String value) {
        switch (name) {
            case "_csrf" -> csrf = value;
            case "_once" -> once = value;
            case "_version" -> version = value;
            case "_box" -> boxes.add(value);
            default -> {
                if (++fields > FIELDS) {
                    throw Multipart.unreadable();
                }
                // a null character cannot be stored anywhere and is never typed
                texts.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(value.replace("\0", "").replace("\r\n", "\n"));
            }
        }
    }

    /** The token that proves where the form comes from. */
    public String csrf() {
        return csrf;
    }

    /** What makes this showing of the form recognisable. */
    public String once() {
        return once;
    }

    /** The version that the form changes, or empty. */
    public String version() {
        return version;
    }

    /** What was typed and chosen. */
    public Form form() {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        boxes.forEach(name -> all.putIfAbsent(name, List.of()));
        return new Form(all, new HashMap<String, UploadedFile>(files));
    }

    /**
     * The same for the same path, texts and files, however the browser packs them. Passwords are part of it: it is
     * for the
     * journal alone, which keeps a keyed digest of it and nothing else.
     */
    public String fingerprint(String path) {
        StringBuilder all = new StringBuilder(path).append('\n').append(version).append('\n');
        texts.forEach(
                (name, values) -> all.append(name).append('=').append(values).append('\n'));
        files.forEach((name, file) -> all.append(name)
                .append('=')
                .append(file.name())
                .append(' ')
                .append(file.sha256())
                .append('\n'));
        return Digests.sha256(all.toString());
    }

    @Override
    public void close() throws IOException {
        for (Spool file : files.values()) {
            file.discard();
        }
    }

    private final class Taker implements Multipart.Parts {
        private final RequestBody body;
        private int length;
        private Optional<ProblemException> refusal;

        private Taker(RequestBody body) {
            this.body = body;
        }

        @Override
        public void text(String name, String value) {
            length += value.length();
            if (length > TEXTS) {
                throw Bounded.tooLarge(TEXTS);
            }
            put(name, value);
        }

        @Override
        public OutputStream file(String name, String fileName, String mediaType) {
            requireToken();
            if (fileName.isEmpty()) {
                return OutputStream.nullOutputStream();
            }
            Spool file = new Spool(fileName, mediaType, body, refusal());
            if (files.putIfAbsent(name, file) != null) {
                throw Multipart.unreadable();
            }
            return file;
        }

        private Optional<ProblemException> refusal() {
            if (refusal == null) {
                try {
                    admission.checkUpload();
                    refusal = Optional.empty();
                } catch (ProblemException e) {
                    refusal = Optional.of(e);
                }
            }
            return refusal;
        }
    }
}
