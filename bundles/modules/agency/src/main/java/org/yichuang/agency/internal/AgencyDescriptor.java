package org.yichuang.agency.internal;

import static org.yichuang.agency.api.AgencyPermission.AGREE;
import static org.yichuang.agency.api.AgencyPermission.DECIDE;
import static org.yichuang.agency.api.AgencyPermission.FIND;
import static org.yichuang.agency.api.AgencyPermission.INSPECT;
import static org.yichuang.agency.api.AgencyPermission.INSPECTIONS;
import static org.yichuang.agency.api.AgencyPermission.JOIN;
import static org.yichuang.agency.api.AgencyPermission.LEAD;
import static org.yichuang.agency.api.AgencyPermission.MANAGE_AGENTS;
import static org.yichuang.agency.api.AgencyPermission.REQUEST;
import static org.yichuang.agency.api.AgencyPermission.SERVE;
import static org.yichuang.agency.api.AgencyPermission.TAKE_IN;
import static org.yichuang.agency.api.AgencyPermission.UNMASK;
import static org.yichuang.agency.api.AgencyPermission.VIEW;

import java.util.List;
import java.util.Set;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.AgencyPolicy;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the module says of itself. */
public class AgencyDescriptor implements ModuleDescriptor {
    /** Who acts for applicants and belongs to no window (代办员). */
    public static final String AGENT = "agent";

    /** Who says at the centre what is handled jointly (业务科). */
    public static final String SECTION = "business-section";

    @Override
    public String word() {
        return AgencyEvent.MODULE;
    }

    @Override
    public List<String> restRoots() {
        return List.of("agency");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("agency", "my-agency");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                VIEW,
                AGREE,
                JOIN,
                LEAD,
                MANAGE_AGENTS,
                REQUEST,
                TAKE_IN,
                DECIDE,
                SERVE,
                UNMASK,
                INSPECTIONS,
                INSPECT,
                FIND);
    }

    @Override
    public List<RoleDefinition> roles() {
        return List.of(new RoleDefinition(AGENT, RoleKind.STAFF), new RoleDefinition(SECTION, RoleKind.STAFF));
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to("applicant", REQUEST),
                PermissionGrant.to("clerk", VIEW, TAKE_IN, SERVE, UNMASK, INSPECTIONS),
                PermissionGrant.to("reviewer", INSPECTIONS, FIND),
                PermissionGrant.to(AGENT, SERVE, UNMASK),
                PermissionGrant.to(SECTION, VIEW, JOIN, UNMASK, INSPECTIONS, INSPECT),
                PermissionGrant.to("chief-representative", VIEW, LEAD, INSPECTIONS, FIND),
                PermissionGrant.to("centre-manager", VIEW, AGREE, JOIN, LEAD, MANAGE_AGENTS, TAKE_IN, DECIDE, UNMASK),
                PermissionGrant.to("centre-manager", INSPECTIONS, INSPECT),
                PermissionGrant.to("supervision-officer", VIEW, INSPECTIONS));
    }

    @Override
    public List<SettingDefinition> settings() {
        return AgencyPolicy.settings();
    }

    @Override
    public Texts texts() {
        return Texts.beside(AgencyDescriptor.class, "module");
    }
}
