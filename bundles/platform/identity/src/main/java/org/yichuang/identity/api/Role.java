package org.yichuang.identity.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account may be at its centre (R9-09 for the three administrators). */
public enum Role {
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    AUDIT_ADMIN("审计管理员"),
    CENTRE_MANAGER("中心管理人员"),
    CATALOGUE_EDITOR("事项编辑"),
    CLERK("窗口人员"),
    REVIEWER("审查人员"),
    CHIEF_REPRESENTATIVE("首席代表"),
    SUPERVISION_OFFICER("监察人员"),
    APPLICANT("申请人"),
    OPERATOR("运维人员");

    /** The three administrators: nobody holds two of them, nor one of them beside any other staff role (R9-09). */
    public static final Set<Role> ADMINISTRATORS = Set.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN);

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    /** The word used in REST, journal and configuration: {@code chief-representative}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word used in the interface. */
    public String chinese() {
        return chinese;
    }

    /** Finds a role by its key. */
    public static Optional<Role> parse(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
