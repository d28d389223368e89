package org.yichuang.tenancy.api;

import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What operators do to the centres of this container besides writing their files. */
public interface TenantEditing {
    /** Tells why a configuration for a new centre would be refused as things stand; empty when it would be taken. */
    Optional<Tenants.Refusal> weigh(Map<String, String> settings);

    /**
     * Changes settings of a centre's configuration, at once and for good; where it stands in the tree stays.
     *
     * @param settings the new values by key ({@code name}, {@code modules}, {@code state}, {@code policy.*},
     *     {@code branding.*}); an empty one takes the setting away
     * @throws ProblemException {@code tenant-unknown}, {@code tenant-invalid} with the offending key; then nothing changes
     */
    void change(TenantId id, Map<String, String> settings);

    /**
     * Takes a centre away with its configuration; its rows stay and are found again by a centre of the same id.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code tenant-in-use} while it is open or has centres below it
     */
    void remove(TenantId id);
}
