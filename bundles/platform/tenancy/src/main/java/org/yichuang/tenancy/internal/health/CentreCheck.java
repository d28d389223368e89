package org.yichuang.tenancy.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenants;

/** Which centres are there, and which configurations were refused? */
class CentreCheck extends ModuleCheck {
    private final Tenants tenants;

    CentreCheck(Tenants tenants) {
        super("centres", "中心", DOCTOR);
        this.tenants = tenants;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        tenants.refusals().forEach(refusal -> {
            Finding finding = Finding.fail(
                    refusal.source() + " 被拒绝（" + refusal.key() + "）：" + refusal.zh(),
                    refusal.source() + " was refused (" + refusal.key() + "): " + refusal.en(),
                    "改正该文件；此前的设置仍然有效",
                    "Mend the file; what it set before stays in force");
            findings.add(refusal.centre().map(finding::at).orElse(finding));
        });
        int centres = tenants.all().size();
        findings.add(
                centres == 0
                        ? Finding.warn(
                                "没有中心",
                                "There are no centres",
                                "在 etc/ 中放入 org.yichuang.tenant-<id>.cfg",
                                "Put org.yichuang.tenant-<id>.cfg into etc/")
                        : Finding.ok(centres + " 个中心", centres + " centres"));
        return findings;
    }
}
