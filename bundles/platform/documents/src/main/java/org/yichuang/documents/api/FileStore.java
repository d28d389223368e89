package org.yichuang.documents.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Port: keeps bytes for a centre under their SHA-256; the same bytes at two centres are never one object. Whoever needs
 * a file says so by {@link #use}, in the transaction in which it takes the file for its own; one that nobody uses is
 * removed a day after it was last kept. Contents are encrypted at rest. Where a {@link FileScanner} is to look at
 * files, one is given out when it has found nothing.
 */
public interface FileStore {
    /** How long a file that nobody uses yet is kept, in hours. */
    int AWAITED_HOURS = 24;

    /** The largest number of things that need a file that are named. */
    int MOST_USERS = 500;

    /**
     * The type of the event that a scanner has found something in a file, of the module {@code documents}; its number
     * is the file's SHA-256. Nothing that needs the file has been asked: whoever listens asks {@link #users}.
     */
    String INFECTED_EVENT = "file-infected";

    /**
     * The type of the event that a file in which a scanner had found something is to be looked at again, of the module
     * {@code documents}; its number is the file's SHA-256. It counts as infected no more, and is given out when the
     * scanner finds nothing; if it does, {@link #INFECTED_EVENT} comes again.
     */
    String SCAN_AGAIN_EVENT = "file-scan-again";

    /**
     * Keeps what a stream holds, read once and never whole in memory; in a transaction of its own.
     *
     * @param most the most bytes that are taken: what is longer is refused without being read to its end
     * @throws ProblemException {@code file-too-large}
     * @throws IOException when the stream fails; then nothing is kept
     */
    @NeedsNoPermission("the module that takes the file has let in whoever brings it")
    Kept keep(InputStream content, long most, CallContext context) throws IOException;

    /**
     * Takes a file that somebody hands in. What it is says its content; it is refused when that is of no kind that is
     * taken, when its name or the sender says another, and when an archive in it (office formats and OFD are archives)
     * holds macros, programs, paths that lead out of it, or more than it admits to hold.
     *
     * @throws ProblemException {@code file-refused} with a sentence for whoever has sent it; {@code file-too-large}
     *     without being read to its end; {@code file-infected}, naming its digest, when a scanner has found something
     *     in the same bytes
     * @throws IOException when the stream fails; then nothing is kept
     */
    @NeedsNoPermission("the module that takes the file has let in whoever brings it")
    Received receive(HandedIn file, InputStream content, CallContext context) throws IOException;

    /**
     * Takes a file that another house hands over, looked at as one that somebody hands in, in a running transaction: it
     * is kept with it, or not at all. One in which a scanner has found something is kept, and given to nobody.
     *
     * @throws ProblemException {@code file-refused}, {@code file-too-large}; then nothing is kept, and the transaction
     *     may go on without the file
     */
    Received receive(HandedIn file, byte[] content, UnitOfWork unit);

    /**
     * Takes a file that another house hands over and whose bytes are kept already, looked at as one that somebody hands
     * in, in a running transaction.
     *
     * @param sha256 64 hex characters
     * @throws ProblemException {@code file-unknown}, {@code file-refused}; then the transaction may go on without it
     */
    Received receive(HandedIn file, String sha256, UnitOfWork unit);

    /**
     * Returns which of some files are kept, given out or not.
     *
     * @param sha256s at most 1,000
     */
    @NeedsNoPermission("the module of the file has let in whoever asks")
    Set<String> kept(Set<String> sha256s, CallContext context);

    /** Keeps bytes that are at hand, in a running transaction: with it, or not at all. */
    Kept keep(byte[] content, UnitOfWork unit);

    /**
     * Ties a file to what needs it; done twice it is done once.
     *
     * @param by what needs it, unique at the centre, e.g. {@code case/370687-2026-000012}; at most 200 characters
     * @throws ProblemException {@code file-unknown} also when it has been removed meanwhile
     */
    void use(String sha256, String by, UnitOfWork unit);

    /** Unties a file, if it was tied; the last who does so leaves it to be removed. */
    void release(String sha256, String by, UnitOfWork unit);

    /**
     * Returns of each file whether it is given out; one that is not kept is what it would be if it had just been handed
     * in.
     *
     * @param sha256s at most 1,000
     */
    @NeedsNoPermission("the module of the file has let in whoever asks")
    Map<String, FileState> states(Set<String> sha256s, CallContext context);

    /**
     * Returns in which of some files a scanner has found something; one question to the database, none for no file.
     *
     * @param sha256s at most 1,000
     */
    Set<String> infected(Set<String> sha256s, UnitOfWork unit);

    /**
     * Returns what needs a file, as it was tied.
     *
     * @return at most {@link #MOST_USERS}, none for a file that is not kept
     */
    List<String> users(String sha256, UnitOfWork unit);

    /**
     * Returns what of one kind needs a file, however much of other kinds does.
     *
     * @param prefix with which the kind begins, e.g. {@code case/}
     * @return at most {@link #MOST_USERS}, none for a file that is not kept
     */
    List<String> users(String sha256, String prefix, UnitOfWork unit);

    /**
     * Has a file looked at again in which a scanner has found something: somebody says that it was a false alarm, or
     * the scanner has learned since. Nobody is given it before the scanner has found nothing in it. Journaled.
     *
     * @param reason why, in 2 to 200 characters
     * @throws ProblemException {@code fields-invalid} without a reason, {@code file-unknown}, {@code
     *     file-not-infected}, {@code scanner-off} where no scanner is to look at files
     */
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    void scanAgain(String sha256, String reason, CallContext context);

    /**
     * Writes a file's bytes, part by part, checking them.
     *
     * @throws ProblemException {@code file-unknown}; {@code file-not-scanned} and {@code file-infected} before anything
     *     is written; {@code file-damaged} when they are not what was kept; then not all of them have been written
     * @throws IOException when {@code to} fails
     */
    @NeedsNoPermission("the module of the file has let in whoever asks")
    void write(String sha256, OutputStream to, CallContext context) throws IOException;

    /**
     * A kept file.
     *
     * @param sha256 64 hex characters
     * @param size in bytes
     */
    record Kept(String sha256, long size) {}

    /**
     * What is said of a file that somebody hands in; none of it is believed.
     *
     * @param name its name, perhaps with a path; may be null
     * @param mediaType what it is said to be; null for nothing
     * @param most the most bytes that are taken
     */
    record HandedIn(String name, String mediaType, long most) {}

    /**
     * A file that was taken.
     *
     * @param name its name without path, controls and characters that turn the direction of writing; it ends as its
     *     type says, and has at most 200 characters
     * @param type what its content is
     * @param kept the bytes
     */
    record Received(String name, FileType type, Kept kept) {}
}
