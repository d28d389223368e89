package org.yichuang.windows.internal.domain;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;

/**
 * A row of which a part is kept as a whole: what nothing is searched by.
 *
 * @param <C> the part
 */
@MappedSuperclass
public abstract class Kept<C> extends Chained {
    private static final int MOST_NOTES = 200;

    @Column(name = "CONTENT")
    String content;

    /** What is kept as a whole. */
    @Transient
    C held;

    /** What is kept as a whole. */
    public C held() {
        return held;
    }

    /** It has been read. */
    public void opened(C read) {
        held = read;
    }

    /** What is kept as a whole, as the database has it. */
    public String content() {
        return content;
    }

    /** It is written. */
    public void written(String text) {
        content = text;
    }

    /** The same notes with one more, without the oldest where there are too many: the audit trail has all. */
    static List<Note> noted(List<Note> notes, Note note) {
        List<Note> more = new ArrayList<>(notes.size() < MOST_NOTES ? notes : notes.subList(1, notes.size()));
        more.add(note);
        return List.copyOf(more);
    }
}
