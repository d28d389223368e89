package org.yichuang.sockets.internal;

import java.util.Optional;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/** Reads, inside of a transaction that runs, what an event or a command is about. */
public class CaseReader {
    private final Cases cases;
    private final Catalogue catalogue;

    public CaseReader(Cases cases, Catalogue catalogue) {
        this.cases = cases;
        this.catalogue = catalogue;
    }

    /** Number, item and how many materials it asks for, the account that handed it in; nothing when it is no case. */
    Optional<String> tell(String number, UnitOfWork unit) {
        return cases.find(number, unit)
                .map(found -> String.join(
                        " ", found.number(), found.item(), String.valueOf(materials(found, unit)), found.submitter()));
    }

    private int materials(CaseRecord found, UnitOfWork unit) {
        TenantId owner = new TenantId(found.owner());
        return catalogue
                .version(owner, found.item(), found.itemVersion(), unit)
                .definition()
                .materials()
                .size();
    }
}
