package org.yichuang.documents.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * The texts that documents are issued with at a centre: the module's own, or the centre's. A published text is a
 * version that never changes; documents that were issued before keep theirs.
 */
public interface DocumentTexts {
    /** The longest title, in characters. */
    int LONGEST_TITLE = 200;

    /** The longest text, in characters. */
    int LONGEST_TEXT = 20_000;

    /** Returns all kinds of documents that modules issue here, by module and kind. */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    List<TextView> list(CallContext context);

    /** Returns one. @throws ProblemException {@code template-unknown} */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    TextView get(String module, String kind, CallContext context);

    /** Returns the centre's own versions, the newest first; up to 200. */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    List<TextVersion> versions(String module, String kind, CallContext context);

    /**
     * Prints what a text would look like, with the names of the facts in their places; nothing is kept.
     *
     * @return a PDF
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} with what is wrong with the text
     */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    byte[] preview(String module, String kind, String title, String text, CallContext context);

    /**
     * Puts a text in force for what is issued from now on. {@code If-Match} names the version in force that it was
     * written against.
     *
     * @param draft the text
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when the text names facts that the
     *     module does not give, leaves out one that must not be missing, or is too long; {@code precondition-failed}
     */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    TextView publish(String module, String kind, Draft draft, CallContext context);

    /**
     * Puts the module's own text in force again, as a version of its own.
     *
     * @param reason why, 1 to 200 characters
     * @throws ProblemException as for {@link #publish}
     */
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    TextView restore(String module, String kind, String reason, CallContext context);

    /**
     * A text that somebody wants.
     *
     * @param title the title, of one line
     * @param text as {@link DocumentTemplate#text()}
     * @param reason why, 1 to 200 characters
     */
    record Draft(String title, String text, String reason) {}

    /**
     * The text in force.
     *
     * @param module the module that issues it
     * @param kind its kind
     * @param version the centre's version, 0 before the first
     * @param isOwn whether the text is the centre's own
     * @param isSound false when a later module does not give all facts that the centre's text names: then the module's
     *     own text is used until the centre publishes another
     * @param title the title
     * @param text the text
     * @param facts what it may name, with what people call each
     * @param required what it must name
     */
    record TextView(
            String module,
            String kind,
            int version,
            boolean isOwn,
            boolean isSound,
            String title,
            String text,
            Map<String, String> facts,
            List<String> required) {}

    /**
     * A version that was put in force.
     *
     * @param version counted from 1
     * @param isOwn false when it put the module's own text in force again
     * @param title its title; empty for the module's own
     * @param text its text; empty for the module's own
     * @param by the name of who published it
     * @param reason why
     * @param at when
     */
    record TextVersion(int version, boolean isOwn, String title, String text, String by, String reason, Instant at) {}
}
