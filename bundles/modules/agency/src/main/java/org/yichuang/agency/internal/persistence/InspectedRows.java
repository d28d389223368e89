package org.yichuang.agency.internal.persistence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.domain.InspectedBody;
import org.yichuang.agency.internal.domain.InspectedContent;
import org.yichuang.journal.api.UnitOfWork;

/** Bodies that are called to joint annual inspections in the database. */
public class InspectedRows extends KeptRows<InspectedBody, InspectedContent> {
    private static final int MOST_STATES = InspectionState.values().length;

    public InspectedRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, InspectedBody.class, InspectedContent.class, "inspected-body", "AGENCY_INSPECTED");
    }

    /**
     * Those of an inspection, in the order in which they were called, from behind one.
     *
     * @param state where they stand, null for anywhere
     */
    public List<InspectedBody> of(
            String inspection, InspectionState state, Optional<String> after, int most, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("inspection", inspection, "after", after.orElse("")));
        if (state != null) {
            values.put("state", state.name());
        }
        return list(
                "select b from InspectedBody b where b.inspection = :inspection and b.id > :after"
                        + (state == null ? "" : " and b.state = :state") + " order by b.id",
                values,
                most,
                unit);
    }

    /** Which of some numbers are called to an inspection already, by what they are known by. */
    public Set<String> known(String inspection, Collection<String> keys, UnitOfWork unit) {
        return new HashSet<>(ids(
                "select b.idNumberKey from InspectedBody b where b.inspection = :inspection and b.idNumberKey in :keys",
                Map.of("inspection", inspection, "keys", keys),
                keys.size(),
                unit));
    }

    /** How many of an inspection stand where. */
    public Map<InspectionState, Long> counts(String inspection, UnitOfWork unit) {
        Map<InspectionState, Long> counts = new EnumMap<>(InspectionState.class);
        values(
                        "select b.state, count(b) from InspectedBody b where b.inspection = :inspection group by b.state",
                        Map.of("inspection", inspection),
                        Object[].class,
                        MOST_STATES,
                        unit)
                .forEach(row -> counts.put(InspectionState.valueOf((String) row[0]), (Long) row[1]));
        return counts;
    }
}
