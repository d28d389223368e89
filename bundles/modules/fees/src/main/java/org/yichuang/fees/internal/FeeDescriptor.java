package org.yichuang.fees.internal;

import static org.yichuang.fees.api.FeePermission.BILL;
import static org.yichuang.fees.api.FeePermission.CASH;
import static org.yichuang.fees.api.FeePermission.CHECK;
import static org.yichuang.fees.api.FeePermission.CONFIRM;
import static org.yichuang.fees.api.FeePermission.EDIT;
import static org.yichuang.fees.api.FeePermission.LEDGER;
import static org.yichuang.fees.api.FeePermission.PUBLISH;
import static org.yichuang.fees.api.FeePermission.RECONCILE;
import static org.yichuang.fees.api.FeePermission.RELIEVE;
import static org.yichuang.fees.api.FeePermission.STOCK;
import static org.yichuang.fees.api.FeePermission.VIEW;

import java.util.List;
import java.util.Set;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the module says of itself. */
public class FeeDescriptor implements ModuleDescriptor {
    /** Who keeps the fee items. */
    public static final String EDITOR = "fee-editor";

    /** Who takes payments at the counter. */
    public static final String CASHIER = "cashier";

    /** Who reconciles for finance; nobody takes payments, or says what banks sign with, and reconciles. */
    public static final String TREASURY = "treasury-officer";

    @Override
    public String word() {
        return FeeEvent.MODULE;
    }

    @Override
    public List<String> restRoots() {
        return List.of("fees");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("fees");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(VIEW, EDIT, PUBLISH, BILL, RELIEVE, CASH, CHECK, RECONCILE, CONFIRM, STOCK, LEDGER);
    }

    @Override
    public List<RoleDefinition> roles() {
        return List.of(
                new RoleDefinition(EDITOR, RoleKind.STAFF),
                new RoleDefinition(CASHIER, RoleKind.STAFF, Set.of(TREASURY, EDITOR)),
                new RoleDefinition(TREASURY, RoleKind.STAFF, Set.of(EDITOR)));
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(EDITOR, VIEW, EDIT, PUBLISH),
                PermissionGrant.to(CASHIER, VIEW, CASH, STOCK, LEDGER),
                PermissionGrant.to(TREASURY, VIEW, RECONCILE, CONFIRM, STOCK, LEDGER),
                PermissionGrant.to("clerk", VIEW, BILL),
                PermissionGrant.to("chief-representative", VIEW, CHECK),
                PermissionGrant.to("centre-manager", VIEW, PUBLISH, RELIEVE, CONFIRM, LEDGER),
                PermissionGrant.to("supervision-officer", VIEW, LEDGER));
    }

    @Override
    public List<SettingDefinition> settings() {
        return FeePolicy.settings();
    }

    @Override
    public Texts texts() {
        return Texts.beside(FeeDescriptor.class, "module");
    }
}
