package org.yichuang.windows.internal;

import static org.yichuang.windows.api.WindowsPermission.ATTEND;
import static org.yichuang.windows.api.WindowsPermission.COUNTERSIGN;
import static org.yichuang.windows.api.WindowsPermission.MANAGE;
import static org.yichuang.windows.api.WindowsPermission.PATROL;
import static org.yichuang.windows.api.WindowsPermission.PROPOSE;
import static org.yichuang.windows.api.WindowsPermission.SERVE;
import static org.yichuang.windows.api.WindowsPermission.TAKE;
import static org.yichuang.windows.api.WindowsPermission.VIEW;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.AssessmentPolicy;
import org.yichuang.windows.internal.domain.AttendancePolicy;
import org.yichuang.windows.internal.domain.BookingPolicy;
import org.yichuang.windows.internal.domain.WindowsPolicy;

/** What the module says of itself. */
public class WindowsDescriptor implements ModuleDescriptor {
    /** Who speaks for a department at the centre (部门联络员). */
    public static final String LIAISON = "department-liaison";

    @Override
    public String word() {
        return WindowsEvent.MODULE;
    }

    @Override
    public List<String> restRoots() {
        return List.of("windows");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("windows");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(VIEW, MANAGE, PROPOSE, ATTEND, SERVE, PATROL, TAKE, COUNTERSIGN);
    }

    @Override
    public List<RoleDefinition> roles() {
        return List.of(new RoleDefinition(LIAISON, RoleKind.STAFF));
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(LIAISON, VIEW, PROPOSE),
                PermissionGrant.to("clerk", VIEW, ATTEND, SERVE),
                PermissionGrant.to("reviewer", VIEW, ATTEND, SERVE),
                PermissionGrant.to("chief-representative", VIEW, ATTEND, SERVE, COUNTERSIGN),
                PermissionGrant.to("centre-manager", VIEW, MANAGE, ATTEND, PATROL),
                PermissionGrant.to("applicant", TAKE),
                PermissionGrant.to("supervision-officer", VIEW, PATROL));
    }

    @Override
    public List<SettingDefinition> settings() {
        return Stream.of(
                        WindowsPolicy.settings(),
                        BookingPolicy.settings(),
                        AttendancePolicy.settings(),
                        AssessmentPolicy.settings(),
                        WindowsIndicators.settings())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Texts texts() {
        return Texts.beside(WindowsDescriptor.class, "module");
    }
}
