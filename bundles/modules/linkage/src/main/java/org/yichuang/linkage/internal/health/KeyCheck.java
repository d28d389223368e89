package org.yichuang.linkage.internal.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.internal.ExportedKeys;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Has each key by which a centre signs gone to the deployments of its neighbours? Each container signs by one of its
 * own: what a new one signs nobody elsewhere believes until somebody has brought its key there.
 */
class KeyCheck extends ModuleCheck {
    private final Tenants tenants;
    private final Whereabouts whereabouts;
    private final CentreKeys keys;
    private final ExportedKeys exported;

    KeyCheck(Tenants tenants, Whereabouts whereabouts, CentreKeys keys, ExportedKeys exported) {
        super("key-export", DOCTOR);
        this.tenants = tenants;
        this.whereabouts = whereabouts;
        this.keys = keys;
        this.exported = exported;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (Tenant centre : tenants.all()) {
            if (centre.has("linkage") && whereabouts.isHere(centre.id()) && hasNeighbourElsewhere(centre)) {
                leftOut(centre).map(finding -> finding.at(centre.id())).ifPresent(findings::add);
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(LocalizedMessage.of(KeyCheck.class, "key-check.all-exported")))
                : findings;
    }

    private boolean hasNeighbourElsewhere(Tenant centre) {
        return Stream.concat(centre.parent().flatMap(tenants::find).stream(), tenants.children(centre.id()).stream())
                .anyMatch(neighbour -> neighbour.has("linkage") && !whereabouts.isHere(neighbour.id()));
    }

    private Optional<Finding> leftOut(Tenant centre) {
        Instant now = tenants.clock().instant();
        CallContext context = CallContext.system(centre.id(), now, "doctor");
        List<PublicKeyView> inForce = keys.keys(context).stream()
                .filter(key -> key.revokedAt() == null
                        && (key.until() == null || key.until().isAfter(now)))
                .toList();
        return exported.firstLeftOut(inForce, context)
                .map(key -> Finding.warn(
                        LocalizedMessage.of(KeyCheck.class, "key-check.not-exported", centre.id(), key.keyId()),
                        LocalizedMessage.of(KeyCheck.class, "key-check.not-exported-mend", centre.id())));
    }
}
