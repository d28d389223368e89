package org.yichuang.rest.internal.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** The bodies of the accounts' operations. */
public final class AccountBodies {
    private AccountBodies() {}

    private static Set<Role> roles(List<String> keys) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = 0; i < keys.size(); i++) {
            String field = "roles[" + i + "]";
            String key = keys.get(i);
            roles.add(Role.parse(key)
                    .orElseThrow(() -> ProblemException.field(
                            CommonError.FIELDS_INVALID, field, "没有这个角色：" + key, "No such role: " + key)));
        }
        return roles;
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** An account to open for staff or for an applicant. */
    public record Opening(
            @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password,
            @NotEmpty @Size(max = 11) List<String> roles,
            @Size(max = 100) String department,
            @Size(max = 20) String kind) {
        NewAccount request() {
            return new NewAccount(
                    account, name.strip(), password, AccountBodies.roles(roles), text(department), text(kind));
        }
    }

    /** An applicant's own account. */
    public record Registration(
            @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 100) String name,
            @NotBlank
                    @Pattern(
                            regexp = "person|enterprise",
                            message = "须为 person 或 enterprise / must be person or enterprise")
                    String kind,
            @NotBlank @Size(max = 200) String password) {
        NewAccount request() {
            return new NewAccount(account, name.strip(), password, Set.of(Role.APPLICANT), "", kind);
        }
    }

    /** The roles that an account shall hold. */
    public record Roles(@NotEmpty @Size(max = 11) List<String> roles) {
        Set<Role> parsed() {
            return AccountBodies.roles(roles);
        }
    }

    /** A password that an administrator sets. */
    public record NewPassword(@NotBlank @Size(max = 200) String password) {}

    /** A password that its owner changes. */
    public record OwnPassword(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String password) {}

    /** Whether an account shall be blocked. */
    public record Blocking(@NotNull Boolean blocked) {}

    /** An account, with its roles by their keys. */
    public record AccountView(
            String account, String name, Set<String> roles, String department, String kind, boolean blocked) {
        static AccountView of(Account account) {
            Set<String> keys = new TreeSet<>();
            account.roles().forEach(role -> keys.add(role.key()));
            return new AccountView(
                    account.account(), account.name(), keys, account.department(), account.kind(), account.blocked());
        }
    }
}
