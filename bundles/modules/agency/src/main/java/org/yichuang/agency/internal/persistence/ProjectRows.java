package org.yichuang.agency.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.Project;
import org.yichuang.agency.internal.domain.ProjectContent;
import org.yichuang.journal.api.UnitOfWork;

/** Projects in the database. */
public class ProjectRows extends KeptRows<Project, ProjectContent> {
    public ProjectRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Project.class, ProjectContent.class, "tracked-project", "AGENCY_PROJECT");
    }

    /**
     * Projects, the newest first, from behind one.
     *
     * @param leader whose alone, null for all
     */
    public List<Project> all(String leader, Optional<String> after, int most, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse("~")));
        if (leader != null) {
            values.put("leader", leader);
        }
        return list(
                "select p from Project p where p.id < :after" + (leader == null ? "" : " and p.leader = :leader")
                        + " order by p.id desc",
                values,
                most,
                unit);
    }
}
