package org.yichuang.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads and writes JSON bodies. An empty body is an object without fields, so that a resource never gets null. */
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final ObjectMapper json;

    JsonBodies(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type, media);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type, media);
    }

    private static boolean isJson(Class<?> type, MediaType media) {
        return (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"))
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type)
                && type != byte[].class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        JavaType target = json.constructType(generic);
        PushbackInputStream body = new PushbackInputStream(stream);
        int first = body.read();
        try {
            if (first < 0) {
                return json.readValue("{}", target);
            }
            body.unread(first);
            Object value = json.readerFor(target).readValue(new StrictJsonReader(body));
            if (value == null) {
                throw new ProblemException(
                        CommonError.BODY_UNREADABLE, LocalizedMessage.of(JsonBodies.class, "body-null"));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Json.unreadable(e);
        } catch (CharConversionException | CharacterCodingException e) {
            throw new ProblemException(
                    CommonError.BODY_UNREADABLE, LocalizedMessage.of(JsonBodies.class, "body-not-utf-8"));
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        // First whole, then sent: what fails half-way becomes a clean refusal, and the length is known
        byte[] bytes = json.writeValueAsBytes(value);
        headers.putSingle("Content-Length", bytes.length);
        stream.write(bytes);
    }
}
