package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** The classes of projects for which a centre acts: four for agents (K17), two for the one card (K16). */
public enum Eligibility {
    /** Brought in by the city (招商引资). */
    INVESTMENT_PROMOTION,
    /** Of foreign investors (外商投资). */
    FOREIGN_INVESTMENT,
    /** Among the key projects (重点建设). */
    KEY_CONSTRUCTION,
    /** Infrastructure for the public good (公益性基础设施). */
    PUBLIC_INFRASTRUCTURE,
    /** Capital construction (基本建设), from the least investment of the one card on. */
    CAPITAL_CONSTRUCTION,
    /** Economic construction (经济建设), from the least investment of the one card on. */
    ECONOMIC_CONSTRUCTION;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Eligibility.class, "eligibility." + name());
    }
}
