package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Counts what a persistence unit asks the database, and the rows of the answers. */
final class Questions extends SessionEventAdapter {
    private final List<Integer> rows = new ArrayList<>();

    Questions(EntityManagerFactory unit) {
        JpaHelper.getServerSession(unit).getEventManager().addListener(this);
    }

    @Override
    public void postExecuteQuery(SessionEvent event) {
        rows.add(event.getResult() instanceof Collection<?> found ? found.size() : 1);
    }

    void clear() {
        rows.clear();
    }

    int questions() {
        return rows.size();
    }

    int rows() {
        return rows.stream().mapToInt(Integer::intValue).sum();
    }

    String told() {
        return questions() + " questions, " + rows() + " rows";
    }
}
