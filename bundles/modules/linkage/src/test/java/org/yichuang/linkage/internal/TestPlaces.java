package org.yichuang.linkage.internal;

import org.yichuang.tenancy.api.Tenants;

/** Where centres live by their settings alone: nobody trusts keys from elsewhere. */
public final class TestPlaces {
    private TestPlaces() {}

    public static Whereabouts of(Tenants tenants) {
        return new Whereabouts(tenants, new TrustFile("no-trust-file.json"));
    }

    /** The exchange of a database that is never set back. */
    public static DefaultExchange exchange(MemoryJournal journal, LinkedModules modules, Tenants tenants) {
        return exchange(journal, modules, tenants, new MemoryEpochs(journal));
    }

    /** What tells neighbours later of an epoch. */
    public static EpochNotices notices(
            MemoryJournal journal, LinkedModules modules, Tenants tenants, MemoryEpochs epochs) {
        return new EpochNotices(epochs, journal, journal, new EpochMail(epochs, journal, modules, tenants));
    }

    /** The exchange of a database that may be set back. */
    public static DefaultExchange exchange(
            MemoryJournal journal, LinkedModules modules, Tenants tenants, MemoryEpochs epochs) {
        EpochMail mail = new EpochMail(epochs, journal, modules, tenants);
        modules.bound(mail);
        return new DefaultExchange(journal, modules, epochs, mail, tenants);
    }
}
