package org.yichuang.identity.api;

import java.util.Set;
import org.yichuang.kernel.api.TenantId;

/**
 * SPI (whiteboard): a module that keeps values of {@link PersonalDataCipher}. A master key that none of them names any
 * more at any centre may go.
 */
public interface PersonalDataHolder {
    /** Returns the module's word, e.g. {@code cases}. */
    String module();

    /**
     * Returns the names of the master keys ({@link PersonalDataCipher#keyName}) under which the module keeps values at
     * a centre, as they are committed now; an empty name stands for values of which that is not known, or that are not
     * encrypted yet. Asked of all centres, one after the other: it must be answered from an index.
     */
    Set<String> keys(TenantId centre);

    /**
     * Returns the centres at which the module keeps values, also those that are no centres any more or cannot be read
     * at present: they may come back. The platform asks all present centres in any case.
     */
    Set<TenantId> centres();
}
