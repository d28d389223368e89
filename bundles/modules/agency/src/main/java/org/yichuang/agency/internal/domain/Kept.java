package org.yichuang.agency.internal.domain;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.kernel.api.ProblemException;

/**
 * A row of which a part is kept encrypted, since it names people or may.
 *
 * @param <C> the part
 */
@MappedSuperclass
public abstract class Kept<C> extends Chained {
    private static final int MOST_NOTES = 500;

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

    /** The same notes with one more; it is a step. */
    List<Note> noted(List<Note> notes, Note note) {
        if (notes.size() >= MOST_NOTES) {
            throw ProblemException.of(AgencyError.HISTORY_FULL, MOST_NOTES);
        }
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        steps++;
        return List.copyOf(more);
    }
}
