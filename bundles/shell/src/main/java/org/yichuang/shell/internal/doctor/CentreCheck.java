package org.yichuang.shell.internal.doctor;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.shell.internal.desks.Desk;

/** Which centres are there, and which configurations were refused? */
class CentreCheck implements Check {
    private final Desk desk;

    CentreCheck(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "中心 centres";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        desk.tenants()
                .refusals()
                .forEach(refusal -> findings.add(Finding.fail(
                        name(),
                        refusal.source() + " 被拒绝（" + refusal.key() + "）：" + refusal.zh(),
                        refusal.source() + " was refused (" + refusal.key() + "): " + refusal.en(),
                        "改正该文件；此前的设置仍然有效 / Mend the file; what it set before stays in force")));
        int centres = desk.tenants().all().size();
        if (centres == 0) {
            findings.add(Finding.fail(
                    name(),
                    "没有中心",
                    "There are no centres",
                    "在 etc/ 中放入 org.yichuang.tenant-<id>.cfg / Put org.yichuang.tenant-<id>.cfg into etc/"));
        } else {
            findings.add(Finding.ok(name(), centres + " 个中心", centres + " centres"));
        }
        return findings;
    }
}
