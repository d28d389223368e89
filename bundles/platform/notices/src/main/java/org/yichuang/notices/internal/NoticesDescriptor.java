package org.yichuang.notices.internal;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Texts;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.QuietHours;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What notices say of themselves. */
public class NoticesDescriptor implements ModuleDescriptor {
    /** What addresses of mail look like. */
    public static final String ADDRESS = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,6}";

    /** The first segments of paths, of REST and pages alike. */
    public static final List<String> ROOTS = List.of("inbox", "notices");

    static final String MAIL = "policy.notices.mail";
    static final String MAIL_FROM = "policy.notices.mail.from";
    static final String SMS = "policy.notices.sms";
    static final String SMS_SIGNATURE = "policy.notices.sms.signature";
    static final String QUIET_FROM = "policy.notices.quiet.from";
    static final String QUIET_UNTIL = "policy.notices.quiet.until";

    private static final String DAY_BEGINS = "00:00";
    private static final String DAY_ENDS = "23:59";
    private static final String EVENING = "21:00";
    private static final String MORNING = "08:00";
    private static final int LONGEST_SIGNATURE = 20;

    @Override
    public String word() {
        return "notices";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> restRoots() {
        return ROOTS;
    }

    @Override
    public List<String> pageRoots() {
        return ROOTS;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(NoticePermission.VIEW, NoticePermission.SETTLE, NoticePermission.TEXTS);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(
                        "centre-manager", NoticePermission.VIEW, NoticePermission.SETTLE, NoticePermission.TEXTS),
                PermissionGrant.to("system-admin", NoticePermission.VIEW, NoticePermission.SETTLE),
                PermissionGrant.to("supervision-officer", NoticePermission.VIEW));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(
                SettingDefinition.flag(MAIL, false),
                SettingDefinition.form(
                        MAIL_FROM, "", ADDRESS, LocalizedMessage.of(NoticesDescriptor.class, "address.form")),
                SettingDefinition.flag(SMS, false),
                SettingDefinition.text(SMS_SIGNATURE, "", LONGEST_SIGNATURE),
                SettingDefinition.time(QUIET_FROM, EVENING, DAY_BEGINS, DAY_ENDS),
                SettingDefinition.time(QUIET_UNTIL, MORNING, DAY_BEGINS, DAY_ENDS));
    }

    @Override
    public Texts texts() {
        return Texts.beside(NoticesDescriptor.class, "module");
    }

    /** Whether a centre sends messages on a way; the inbox is always on. */
    static boolean isOn(Channel channel, Tenant centre) {
        return switch (channel) {
            case INBOX -> true;
            case MAIL -> Boolean.parseBoolean(centre.policy(MAIL, "false"));
            case SMS -> Boolean.parseBoolean(centre.policy(SMS, "false"));
        };
    }

    /** When a centre sends no short messages. */
    static QuietHours quietHours(Tenant centre) {
        return new QuietHours(
                LocalTime.parse(centre.policy(QUIET_FROM, EVENING)),
                LocalTime.parse(centre.policy(QUIET_UNTIL, MORNING)));
    }
}
