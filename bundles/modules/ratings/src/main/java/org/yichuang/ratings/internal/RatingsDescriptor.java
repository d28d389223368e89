package org.yichuang.ratings.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.Texts;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.SettingDefinition;

/** What ratings say of themselves. */
public class RatingsDescriptor implements ModuleDescriptor {
    /** Who calls whoever had a case (回访员). */
    public static final String CALLER = "caller";

    @Override
    public String word() {
        return RatingEvent.MODULE;
    }

    @Override
    public List<String> restRoots() {
        return List.of("ratings");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("rate", "ratings", "complain");
    }

    @Override
    public Set<String> permissions() {
        return grants().stream().flatMap(grant -> grant.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<RoleDefinition> roles() {
        return List.of(new RoleDefinition(CALLER, RoleKind.STAFF));
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(
                        "centre-manager",
                        RatingPermission.VIEW,
                        RatingPermission.ENTER,
                        RatingPermission.FOLLOW_UP,
                        RatingPermission.HANDLE,
                        RatingPermission.VERIFY,
                        RatingPermission.CALL,
                        RatingPermission.COMPLAINTS),
                PermissionGrant.to(
                        "supervision-officer",
                        RatingPermission.VIEW,
                        RatingPermission.ENTER,
                        RatingPermission.FOLLOW_UP,
                        RatingPermission.VERIFY,
                        RatingPermission.COMPLAINTS),
                PermissionGrant.to(
                        "chief-representative",
                        RatingPermission.VIEW,
                        RatingPermission.FOLLOW_UP,
                        RatingPermission.HANDLE),
                PermissionGrant.to(CALLER, RatingPermission.FOLLOW_UP, RatingPermission.CALL),
                PermissionGrant.to("reviewer", RatingPermission.VIEW),
                PermissionGrant.to("clerk", RatingPermission.VIEW));
    }

    @Override
    public List<SettingDefinition> settings() {
        List<SettingDefinition> settings = new ArrayList<>(RatingPolicy.settings());
        settings.add(RatingIndicators.GOOD_TARGET);
        return List.copyOf(settings);
    }

    @Override
    public Texts texts() {
        return Texts.beside(RatingsDescriptor.class, "module");
    }
}
