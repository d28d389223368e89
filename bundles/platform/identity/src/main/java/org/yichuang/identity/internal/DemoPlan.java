package org.yichuang.identity.internal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.tenancy.api.Tenant;

/** Which demonstration accounts a centre gets. */
final class DemoPlan {
    /** Without characters that look alike, or that mean something to a shell or a CSV file. */
    private static final List<String> CLASSES =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-_.");

    private static final int ROUNDS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final List<Person> EVERYWHERE = List.of(
            staff("admin", "系统管理员（演示）", "system-admin"),
            staff("security", "安全管理员（演示）", "security-admin"),
            staff("audit", "审计管理员（演示）", "audit-admin"),
            staff("manager", "中心主任（演示）", "centre-manager"),
            staff("editor", "事项编辑（演示）", "catalogue-editor"),
            staff("clerk", "窗口人员（演示）", "clerk"),
            staff("reviewer", "审查人员（演示）", "reviewer"),
            staff("chief", "首席代表（演示）", "chief-representative"),
            staff("supervisor", "监察人员（演示）", "supervision-officer"),
            new Person("citizen", "李明（演示）", "applicant", "person"),
            new Person("enterprise", "建设工程有限公司（演示）", "applicant", "enterprise"));

    private static final String LIAISON = "department-liaison";
    private static final String FEES = "fee-editor";

    /** Those who come with a module that need not be there, each with the role of it by which it is known. */
    private static final List<OfModule> OF_MODULES = List.of(
            new OfModule("caller", staff("caller", "回访人员（演示）", "caller")),
            new OfModule(FEES, staff(FEES, "收费项目编辑（演示）", FEES)),
            new OfModule(FEES, staff("cashier", "收费人员（演示）", "cashier")),
            new OfModule(FEES, staff("treasury-officer", "财政人员（演示）", "treasury-officer")),
            new OfModule(LIAISON, staff(LIAISON, "部门联络员（演示）", LIAISON)),
            new OfModule(LIAISON, staff("deputy", "分管领导（演示）", "chief-representative")));

    private DemoPlan() {}

    /** Those whom a centre gets whatever is installed. */
    static List<Person> of(Tenant tenant) {
        List<Person> people = new ArrayList<>(EVERYWHERE);
        if (tenant.parent().isEmpty()) {
            people.add(staff("operator", "运维人员（演示）", "operator"));
        }
        return people;
    }

    /** Those of the modules whose roles are known, at any centre. */
    static List<Person> ofModules(Set<String> roles) {
        return OF_MODULES.stream()
                .filter(each -> roles.contains(each.role()))
                .map(OfModule::person)
                .toList();
    }

    /** A new password that meets the rules for every role. */
    static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ROUNDS; i++) {
            for (String letters : CLASSES) {
                password.append(letters.charAt(RANDOM.nextInt(letters.length())));
            }
        }
        return password.toString();
    }

    private static Person staff(String account, String name, String role) {
        return new Person(account, name, role, "");
    }

    /** Somebody to demonstrate with. */
    record Person(String account, String name, String role, String kind) {}

    /** Somebody who comes with a module, which is there where its role is known. */
    private record OfModule(String role, Person person) {}
}
