package org.yichuang.cases.api;

import java.util.Optional;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;

/**
 * SPI, whiteboard: a module that has had bundles put together for one application each (M-CAS-3). Asked for a code that
 * the catalogue does not offer, where the module is switched on; without it nobody applies under such a code. Who may,
 * and that it is done once, the module's {@link CommandGate} says of {@link GatedCommand#SUBMIT}, in the transaction.
 */
public interface BundleSource {
    /** The module to which it belongs: it is asked where that is switched on. */
    String module();

    /**
     * Returns the bundle that can be applied for under a code; nothing for a code of others, and none any more where it
     * was applied for or is wanted no more: its case is shown by the version under which it was handed in. Opens
     * transactions of its own.
     */
    @NeedsNoPermission("cases ask for whoever applies, and the gate says who may")
    Optional<ItemVersion> reserved(String code, CallContext context);
}
