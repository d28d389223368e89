package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
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
}
