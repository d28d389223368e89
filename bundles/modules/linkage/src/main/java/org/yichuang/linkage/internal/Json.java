package org.yichuang.linkage.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.SignatureAlgorithm;

/** Envelopes, replies and receipts as JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Envelope.class, EnvelopeForm.class)
            .addMixIn(Envelope.File.class, FileForm.class)
            .addMixIn(Receipt.class, SignedForm.class)
            .addMixIn(CarriedFile.class, SignedForm.class)
            .addMixIn(PublicKeyView.class, SignedForm.class)
            .addMixIn(Reply.class, ReplyForm.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** Writes it. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads it.
     *
     * @throws ProblemException {@code envelope-unreadable}
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            throw unreadable(e.getMessage());
        }
        throw unreadable("null");
    }

    /** Writes it where it goes: of what is heavy there is no text in between. */
    public static void write(Object value, OutputStream stream) throws IOException {
        MAPPER.writeValue(stream, value);
    }

    /**
     * Reads it from where it comes.
     *
     * @throws ProblemException {@code envelope-unreadable}
     */
    public static <T> T read(InputStream stream, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(stream, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException | CharConversionException e) {
            throw unreadable(e.getMessage());
        }
        throw unreadable("null");
    }

    /** Returns a field of what may be of a form that nobody here knows; null where there is no such text. */
    static String field(byte[] text, String name) {
        try {
            JsonNode field = MAPPER.readTree(text).get(name);
            return field != null && field.isTextual() ? field.textValue() : null;
        } catch (IOException e) {
            return null; // it says nothing that could be read
        }
    }

    /** Returns of which form a payload says that it is; 0 where it does not. */
    static int form(String payload) {
        try {
            JsonNode version = MAPPER.readTree(payload).get("version");
            return version != null && version.isInt() ? version.intValue() : 0;
        } catch (IOException e) {
            return 0; // it says nothing that could be read
        }
    }

    private static ProblemException unreadable(String reason) {
        return new ProblemException(
                LinkageError.ENVELOPE_UNREADABLE, LocalizedMessage.of(Json.class, "message.unreadable", reason));
    }

    /**
     * Leaves the first topic out: readers of an earlier release know no such field, and refuse what they do not know.
     */
    private interface EnvelopeForm extends SignedForm {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long epoch();

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = IsFirstTopic.class)
        String topic();
    }

    /** Leaves the first algorithm out, for the same readers. */
    private interface SignedForm {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = IsFirstAlgorithm.class)
        String alg();
    }

    private interface FileForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        byte[] content();
    }

    private interface ReplyForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<String> wants();
    }

    /** Equals the first topic, which is how a filter says that a value is to be left out. */
    static final class IsFirstTopic {
        @Override
        public boolean equals(Object value) {
            return Envelope.FIRST_TOPIC.equals(value);
        }

        @Override
        public int hashCode() {
            return Envelope.FIRST_TOPIC.hashCode();
        }
    }

    /** Equals the first algorithm, and that of a key which is none. */
    static final class IsFirstAlgorithm {
        @Override
        public boolean equals(Object value) {
            return value == null || SignatureAlgorithm.ED25519.word().equals(value);
        }

        @Override
        public int hashCode() {
            return SignatureAlgorithm.ED25519.word().hashCode();
        }
    }
}
