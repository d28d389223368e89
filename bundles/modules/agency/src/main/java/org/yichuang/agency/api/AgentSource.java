package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where an agent comes from (K17): all of them are volunteers, and are trained free of charge. */
public enum AgentSource {
    /** A chamber of commerce (商会). */
    CHAMBER,
    /** An industrial park (工业园区). */
    PARK,
    /** An enterprise (企业). */
    ENTERPRISE,
    /** The staff of the centre (专服员). */
    CENTRE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(AgentSource.class, "source." + name());
    }
}
