package org.yichuang.kernel.api;

import java.util.List;

/**
 * A refusal that the one who asked can understand and mend; the only exception that crosses an api.
 * It is turned into {@code application/problem+json} at the door and never logged as an error.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final String zh;
    private final transient List<FieldProblem> fields;

    /**
     * @param code the stable name of the failure
     * @param zh a sentence that a clerk understands, in Chinese
     * @param en the same sentence in English
     * @param fields the offending fields, possibly none
     */
    public ProblemException(ErrorCode code, String zh, String en, List<FieldProblem> fields) {
        super(en);
        this.code = code;
        this.zh = zh;
        this.fields = List.copyOf(fields);
    }

    /** The same without fields. */
    public ProblemException(ErrorCode code, String zh, String en) {
        this(code, zh, en, List.of());
    }

    /** One offending field, whose sentences are also those of the whole. */
    public static ProblemException field(ErrorCode code, String field, String zh, String en) {
        return new ProblemException(code, zh, en, List.of(new FieldProblem(field, zh, en)));
    }

    /** The stable name of the failure. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence in Chinese. */
    public String zh() {
        return zh;
    }

    /** The sentence in English. */
    public String en() {
        return getMessage();
    }

    /** The offending fields. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
