package org.yichuang.itests.browser;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import org.junit.runners.Parameterized.Parameters;
import org.yichuang.itests.Wait;

/** Journey 5: centres and their modules, exchange, examination, accounts, the audit trail. */
public class OperatorJourney extends AtBothWidths {
    private static final String PASSWORD = "Abcd1234!xyz";

    @Parameters(name = "{0} px")
    public static Object[] widths() {
        return ofStaff();
    }

    @Test
    public void anOperatorMakesACentreAndSwitchesItsModules() throws Exception {
        String id = either("fushan", "muping");
        String name = either("福山区政务服务中心", "牟平区政务服务中心");
        Person operator = named("operator", "shandong");
        assertTrue(operator.text().contains("海阳市政务服务中心"));
        operator.look();
        operator.pressWords("新建中心");
        operator.look();
        operator.type("name", name);
        operator.type("id", id);
        operator.type("division", either("370611", "370612"));
        operator.goDown("level", 2);
        operator.goDown("parent", 1);
        operator.goDown("template", 2);
        operator.press("main form button");
        operator.awaitText(name);
        operator.open("/shandong/centres/at/" + id);
        operator.look();
        operator.pressWords("停用办件");
        operator.open("/" + id);
        assertFalse(operator.has("a[href='/" + id + "/progress']"));
        operator.open("/" + id + "/progress");
        assertTrue(operator.text().contains("模块未启用"));
        operator.look();
        operator.open("/shandong/centres/at/" + id);
        operator.pressWords("启用办件");
        operator.open("/" + id + "/progress");
        assertFalse(operator.text().contains("模块未启用"));
    }

    @Test
    public void anOperatorSeesTheExchangeAndExaminesThePlatform() throws Exception {
        Person operator = named("operator", "shandong");
        operator.open("/shandong/exchange?centre=haiyang");
        operator.look();
        operator.open("/shandong/doctor");
        operator.look();
        operator.press("main form button");
        assertTrue(operator.count("tbody tr") > 5);
        operator.look();
    }

    @Test
    public void aSecurityAdministratorGivesRolesThatDoNotExcludeEachOther() throws Exception {
        Person security = named("security", "haiyang");
        security.look();
        security.pressWords("新建账号");
        security.look();
        security.type("account", either("zhang.wei", "zhao.min"));
        security.type("name", either("张伟", "赵敏"));
        security.type("password", PASSWORD);
        security.tick("role-clerk", "true");
        security.tick("role-audit-admin", "true");
        security.press("main form button");
        assertTrue("these roles exclude each other", security.has("#problems"));
        security.look();
        security.untick("role-audit-admin");
        security.type("password", PASSWORD);
        security.press("main form button");
        assertTrue(security.text().contains("账号已创建"));
        security.look();
    }

    @Test
    public void anAuditAdministratorVerifiesTheTrail() throws Exception {
        Person auditor = named("audit", "haiyang");
        auditor.look();
        auditor.press("main form button");
        Wait.upTo(Duration.ofSeconds(180)).until("verified in the background", () -> {
            auditor.open("/haiyang/audit");
            return auditor.text().contains("未发现改动");
        });
        auditor.look();
    }
}
