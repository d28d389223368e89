package org.yichuang.tenancy.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenants;

/** Which centres are there, and which configurations were refused? */
class CentreCheck extends ModuleCheck {
    private final Tenants tenants;

    CentreCheck(Tenants tenants) {
        super("centres", DOCTOR);
        this.tenants = tenants;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        tenants.refusals().forEach(refusal -> {
            Finding finding = Finding.fail(
                    LocalizedMessage.of(
                            CentreCheck.class,
                            "centre-check.refused",
                            refusal.source(),
                            refusal.key(),
                            refusal.message()),
                    LocalizedMessage.of(CentreCheck.class, "centre-check.mend-file-what-set-before"));
            findings.add(refusal.centre().map(finding::at).orElse(finding));
        });
        int centres = tenants.all().size();
        findings.add(
                centres == 0
                        ? Finding.warn(
                                LocalizedMessage.of(CentreCheck.class, "centre-check.there-no-centres"),
                                LocalizedMessage.of(CentreCheck.class, "centre-check.put-org-yichuang-tenant-id"))
                        : Finding.ok(LocalizedMessage.of(CentreCheck.class, "centre-check.centres", centres)));
        return findings;
    }
}
