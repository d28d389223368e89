package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What kind of place somebody can go to. */
public enum PointKind {
    /** The hall of the centre (中心大厅). */
    HALL,
    /** A hall of a department outside of the centre (部门办事大厅). */
    DEPARTMENT_HALL,
    /** A centre of a village or a community (便民服务中心). */
    VILLAGE_CENTRE,
    /** Where agents take things in (代办点). */
    AGENT_POINT,
    /** A point in a residential area (集中居住区服务点). */
    RESIDENTIAL,
    /** One that moves (流动服务). */
    MOBILE;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PointKind.class, "point." + name());
    }
}
