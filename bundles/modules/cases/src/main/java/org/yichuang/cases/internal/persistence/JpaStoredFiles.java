package org.yichuang.cases.internal.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;

/** Files over JPA; their bytes are read only when they are wanted. */
public class JpaStoredFiles implements StoredFiles {
    private static final String ABOUT = "SELECT f.id, f.name, f.mediaType, f.sha256, f.size, f.owner, f.caseNumber"
            + " FROM StoredFile f WHERE f.id IN :ids";
    private static final String BIND = "UPDATE StoredFile f SET f.caseNumber = :number"
            + " WHERE f.id IN :ids AND f.owner = :owner AND f.caseNumber IS NULL";

    private static final Pattern ID = Pattern.compile("[0-9A-Z]{1,40}");

    private final EntityManager entities;

    public JpaStoredFiles(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(StoredFile file) {
        entities.persist(file);
    }

    @Override
    public List<About> about(Collection<String> given) {
        List<String> ids = given.stream().filter(JpaStoredFiles::isWellFormed).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(ABOUT, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new About(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Long) row[4],
                        (String) row[5],
                        (String) row[6]))
                .toList();
    }

    @Override
    public Optional<StoredFile> find(String id) {
        return isWellFormed(id) ? Optional.ofNullable(entities.find(StoredFile.class, id)) : Optional.empty();
    }

    /** Some databases fail on characters that no id has, rather than finding nothing. */
    private static boolean isWellFormed(String id) {
        return ID.matcher(id).matches();
    }

    @Override
    public int bind(Collection<String> ids, String owner, String caseNumber) {
        return entities.createQuery(BIND)
                .setParameter("ids", ids)
                .setParameter("owner", owner)
                .setParameter("number", caseNumber)
                .executeUpdate();
    }
}
