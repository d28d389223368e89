package org.yichuang.fees.internal.domain;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import org.yichuang.fees.api.FeeError;
import org.yichuang.kernel.api.ProblemException;

/**
 * A row of which a part is kept encrypted, since it names people or may.
 *
 * @param <C> the part
 */
@MappedSuperclass
public abstract class Kept<C> extends Chained {
    private static final int MOST_NOTES = 500;
    /** So many are left for what ends something. */
    private static final int FOR_THE_END = 20;

    @Column(name = "CONTENT")
    String content;

    @Column(name = "KEY_NAME")
    String keyName;

    /** What is encrypted, deciphered. */
    @Transient
    C held;

    /** What is encrypted. */
    public C held() {
        return held;
    }

    /** It has been deciphered. */
    public void opened(C deciphered) {
        held = deciphered;
    }

    /** What is encrypted, as the database has it. */
    public String content() {
        return content;
    }

    /** It is encrypted anew. */
    public void resealed(Sealed other) {
        content = other.encrypted();
        keyName = other.masterKey();
    }

    /** Whether another step can be written down that ends nothing. */
    static boolean hasRoom(List<Note> notes) {
        return notes.size() < MOST_NOTES - FOR_THE_END;
    }

    /** The same notes with one more; it is a step. */
    List<Note> noted(List<Note> notes, Note note) {
        return noted(notes, note, false);
    }

    /** @param isEnd whether it ends something, so that the last places are for it */
    List<Note> noted(List<Note> notes, Note note, boolean isEnd) {
        if (isEnd ? notes.size() >= MOST_NOTES : !hasRoom(notes)) {
            throw ProblemException.of(FeeError.HISTORY_FULL, isEnd ? MOST_NOTES : MOST_NOTES - FOR_THE_END);
        }
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        steps++;
        return List.copyOf(more);
    }
}
