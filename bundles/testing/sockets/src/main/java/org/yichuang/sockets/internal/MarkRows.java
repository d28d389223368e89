package org.yichuang.sockets.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Ids;

/** The marks of a unit's centre. */
public class MarkRows {
    /** What people mark. */
    static final String MARKED = "marked";

    private static final String ORDERED = " order by m.id";

    private final EntityManagerFactory entities;

    public MarkRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    Mark add(String kind, String subject, UnitOfWork unit) {
        Mark mark = new Mark();
        mark.id = Ids.next(unit.context().at());
        mark.kind = kind;
        mark.subject = subject;
        mark.day = unit.context().today().toString();
        unit.entities(entities).persist(mark);
        return mark;
    }

    boolean has(String kind, String subject, UnitOfWork unit) {
        return !unit.entities(entities)
                .createQuery("select m from Mark m where m.kind=:kind and m.subject=:subject", Mark.class)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<Mark> after(String id, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery("select m from Mark m where m.id>:id" + ORDERED, Mark.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    long count(String kind, String subject, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery("select count(m) from Mark m where m.kind=:kind and m.subject=:subject", Long.class)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    long count(UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery("select count(m) from Mark m", Long.class)
                .getSingleResult();
    }

    long marked(String from, String to, UnitOfWork unit) {
        return between("select count(m)", Long.class, from, to, "", unit).getSingleResult();
    }

    List<Mark> marked(String from, String to, String after, int most, UnitOfWork unit) {
        return between("select m", Mark.class, from, to, " and m.id>:after" + ORDERED, unit)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> between(
            String selection, Class<T> type, String from, String to, String rest, UnitOfWork unit) {
        String where = " from Mark m where m.kind=:kind and m.day>=:from and m.day<=:to";
        return unit.entities(entities)
                .createQuery(selection + where + rest, type)
                .setParameter("kind", MARKED)
                .setParameter("from", from)
                .setParameter("to", to);
    }
}
