package org.yichuang.licences.internal;

import java.util.Optional;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Where results come from: cases, and what the versions of their items say of what a grant leads to. */
public class Certificates {
    private final Catalogue catalogue;
    private final Cases cases;

    public Certificates(Catalogue catalogue, Cases cases) {
        this.catalogue = catalogue;
        this.cases = cases;
    }

    /** The cases of which results come. */
    Cases cases() {
        return cases;
    }

    /** What a version says; nothing where the item's catalogue has not come here. */
    Certificate of(String owner, String item, int version, UnitOfWork unit) {
        return definition(owner, item, version, unit)
                .map(ItemDefinition::certificate)
                .orElse(Certificate.NONE);
    }

    /** Whether an item is a licence. */
    boolean isLicence(CaseItem item, UnitOfWork unit) {
        return definition(item.owner(), item.code(), item.version(), unit)
                .filter(definition -> definition.type() == ItemType.LICENCE)
                .isPresent();
    }

    private Optional<ItemDefinition> definition(String owner, String item, int version, UnitOfWork unit) {
        try {
            return Optional.of(
                    catalogue.version(new TenantId(owner), item, version, unit).definition());
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
