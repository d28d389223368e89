package org.yichuang.windows.internal.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.HallDevice;

/** Devices of the hall in the database. */
public class DeviceRows extends KeptRows<HallDevice, HallDevice.Course> {
    private static final int MOST = 500;

    public DeviceRows(EntityManagerFactory entities) {
        super(entities, HallDevice.class, HallDevice.Course.class, "hall-device");
    }

    /** All, in the order in which they were set up. */
    public List<HallDevice> all(UnitOfWork unit) {
        return list("select d from HallDevice d order by d.id", Map.of(), MOST, unit);
    }

    /** How many steps some have come, by their ids. */
    public Map<String, Integer> steps(Collection<String> some, UnitOfWork unit) {
        return some.isEmpty()
                ? Map.of()
                : values(
                                "select d.id, d.steps from HallDevice d where d.id in :some",
                                Map.of("some", some),
                                Object[].class,
                                some.size(),
                                unit)
                        .stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }
}
