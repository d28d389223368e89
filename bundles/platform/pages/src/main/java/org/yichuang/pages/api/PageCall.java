package org.yichuang.pages.api;

import gg.jte.Content;
import java.net.URI;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.BrowserSessions;

/** A request for a page, as a page resource gets it by {@code @Context}, and the ways to answer it. */
public interface PageCall {
    /** The size of a file of which nobody knows it before it has been written. */
    long UNKNOWN_SIZE = -1;

    /** On whose behalf; a posted form's own token is the idempotency key. */
    CallContext context();

    /** Where it comes from, for throttling: an IPv4 address, or the network of 64 bits of an IPv6 address. */
    String origin();

    /** The centre. */
    Tenant tenant();

    /** Components, words and formats for whoever looks at it. */
    Ui ui();

    /** What was posted; empty when nothing was. */
    Form form();

    /** A parameter of the query, stripped, or empty. */
    String query(String name);

    /** Tells whether somebody has signed in. */
    boolean signedIn();

    /** Tells whether whoever asks holds one of the roles, by their keys. */
    boolean has(String... roles);

    /** What the other modules of this centre let whoever asks do with a thing, e.g. an {@code item}. */
    List<Action> actions(String kind, String id);

    /** What the other modules of this centre show whoever asks about a thing, e.g. a {@code case}, written already. */
    List<Content> panels(String kind, String id);

    /**
     * What the modules call a code of theirs, such as an action in the journal.
     *
     * @param kind the beginning of the key, e.g. {@code journal.case}
     * @param code its end
     * @return the words {@code <kind>.<code>} of the first module that has them, else the code itself
     */
    String label(String kind, String code);

    /** The whole page, or, when htmx asks for a part of it, the page's content alone. */
    Response render(Screen screen);

    /**
     * The page again, after what was posted has been refused: the reasons at its top and beside the fields, which keep
     * what was typed.
     */
    Response redisplay(ProblemException refusal, Screen screen);

    /** A file. */
    Response file(String name, String mediaType, byte[] content);

    /**
     * A file whose bytes are written as they are sent.
     *
     * @param size how many there are; {@link #UNKNOWN_SIZE} when only their end tells
     */
    Response file(String name, String mediaType, long size, StreamingOutput content);

    /**
     * On to a page of another site, from which the browser comes back.
     *
     * @param secret what the browser keeps for ten minutes, hidden from scripts: {@link #kept()} tells it again
     */
    Response redirectOutside(URI address, String secret);

    /** What the browser has kept since it was sent outside; empty when it was not, or when that is long ago. */
    String kept();

    /**
     * On in a session that has begun: to where whoever signed in was going, or where its roles begin. A session that
     * the browser had before has been ended.
     *
     * @param to a page of this centre; what is none is passed over
     */
    Response enter(BrowserSessions.Session session, String to);

    /** On to another page of this centre, after something has been done. */
    Response redirect(String path);

    /**
     * On to another page of this centre, which says what has been done.
     *
     * @param done the words {@code done.<done>} of the module's texts
     */
    Response redirect(String path, String done);
}
