package org.yichuang.kernel.api;

import java.util.List;
import java.util.Locale;

/**
 * A refusal that the one who asked can understand and mend; the only exception that crosses an api. It carries a
 * code and
 * a {@link LocalizedMessage}; the words are found where it is answered ({@code application/problem+json}, a page, the
 * shell). What is no fault of ours is never logged as an error and has no stack trace, so that refusing costs little.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient LocalizedMessage message;
    private final transient List<FieldProblem> fields;
    private Throwable cause;

    /**
     * @param code the stable name of the failure
     * @param message a sentence that a clerk understands
     * @param fields the offending fields, possibly none
     */
    public ProblemException(ErrorCode code, LocalizedMessage message, List<FieldProblem> fields) {
        super(code.code(), null, true, code.kind().status() >= 500);
        this.code = code;
        this.message = message;
        this.fields = List.copyOf(fields);
    }

    /** The same without fields. */
    public ProblemException(ErrorCode code, LocalizedMessage message) {
        this(code, message, List.of());
    }

    /**
     * A refusal in the words that the code itself has: those under its {@link ErrorCode#code()} in the resource bundle
     * {@code messages} of its package.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} … in them
     */
    public static ProblemException of(ErrorCode code, Object... arguments) {
        return new ProblemException(code, LocalizedMessage.of(code.owner(), code.code(), arguments));
    }

    /** One offending field, whose sentence is also that of the whole. */
    public static ProblemException field(ErrorCode code, String field, LocalizedMessage message) {
        return new ProblemException(code, message, List.of(new FieldProblem(field, message)));
    }

    /** The stable name of the failure. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence. */
    public LocalizedMessage message() {
        return message;
    }

    /** The sentence in English: what logs and failing tests show. */
    @Override
    public String getMessage() {
        return en();
    }

    /** The sentence in Chinese. */
    public String zh() {
        return message.in(LocalizedMessage.CHINESE);
    }

    /** The sentence in English. */
    public String en() {
        return message.in(Locale.ENGLISH);
    }

    /** Keeps what led to the refusal; the constructor that leaves the stack trace out allows no cause later on. */
    @Override
    public synchronized Throwable initCause(Throwable itsCause) {
        cause = itsCause;
        return this;
    }

    @Override
    public synchronized Throwable getCause() {
        return cause;
    }

    /** The offending fields. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
