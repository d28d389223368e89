package org.yichuang.identity.internal.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;

/** The bodies of the accounts' operations. */
public final class AccountBodies {
    private AccountBodies() {}

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** An account to open for staff or for an applicant. */
    public record Opening(
            @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password,
            @NotEmpty @Size(max = 30) List<@NotBlank @Size(max = 40) String> roles,
            @Size(max = 20) List<@NotBlank @Size(max = 100) String> departments,
            @Size(max = 20) String kind) {
        NewAccount request() {
            return new NewAccount(account, name.strip(), password, Set.copyOf(roles), names(departments), text(kind));
        }
    }

    /** An applicant's own account. */
    public record Registration(
            @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Pattern(regexp = "person|enterprise", message = "kind-invalid") String kind,
            @NotBlank @Size(max = 200) String password) {
        Accounts.Registration request() {
            return new Accounts.Registration(account, name.strip(), password, kind);
        }
    }

    /** The roles that an account shall hold. */
    public record Roles(@NotEmpty @Size(max = 30) List<@NotBlank @Size(max = 40) String> roles) {
        Set<String> keys() {
            return Set.copyOf(roles);
        }
    }

    private static Set<String> names(List<String> given) {
        return given == null ? Set.of() : given.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** The departments that an account shall work for; none: all of them. */
    public record Assignment(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> departments) {
        Set<String> all() {
            return names(departments);
        }
    }

    /** The provider's key of somebody; empty for nobody. */
    public record LinkedSubject(@NotNull @Size(max = 255) String subject) {}

    /** A password that an administrator sets. */
    public record NewPassword(@NotBlank @Size(max = 200) String password) {}

    /** A password that its owner changes. */
    public record OwnPassword(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String password) {}

    /** Whether an account shall be blocked. */
    public record Blocking(@NotNull Boolean blocked) {}

    /** An account, with its roles by their keys. */
    public record AccountView(
            String account, String name, Set<String> roles, Set<String> departments, String kind, boolean blocked) {
        static AccountView of(Account account) {
            return new AccountView(
                    account.account(),
                    account.name(),
                    new TreeSet<>(account.roles()),
                    new TreeSet<>(account.departments()),
                    account.kind(),
                    account.blocked());
        }
    }
}
