package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** To whom a department that works at the centre belongs. */
public enum StationingKind {
    /** To the place (本级). */
    LOCAL,
    /** It is led from above (垂直管理). */
    VERTICAL,
    /** To the state or the province (中央、省属). */
    UPPER,
    /** An enterprise that supplies everybody (公用企业). */
    UTILITY;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StationingKind.class, "stationing." + name());
    }
}
